/** What no text has: zeros as in packed files, and the mark of bytes that are none. */
const UNREADABLE = ['\u0000', '\ufffd'];

/** The text of a table that was saved by a spreadsheet or another program: UTF-8, else GBK; undefined when it is neither. */
export function tableText(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gbk'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return UNREADABLE.some((one) => text.includes(one)) ? undefined : text;
    } catch {
      continue;
    }
  return undefined;
}
