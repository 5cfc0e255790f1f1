const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const MAX_LENGTH = 120;

/** A name that every system takes as one file in the chosen folder: no path, no control or reserved characters. */
export function safeFileName(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are the subject here
  const plain = name.replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '_').replace(/^[. ]+|[. ]+$/g, '');
  const short = Array.from(plain).slice(-MAX_LENGTH).join('');
  return short === '' || RESERVED.test(short) ? `_${short}` : short;
}
