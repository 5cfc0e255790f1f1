/* eslint-disable no-control-regex -- control characters are the subject here */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]/g;

/** True when the text holds no half of a surrogate pair: CouchDB rejects a whole batch for one lone surrogate. */
export function isWellFormed(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(i + 1);
      if (!(next >= 0xdc00 && next <= 0xdfff)) return false;
      i += 1;
    } else if (unit >= 0xdc00 && unit <= 0xdfff) return false;
  }
  return true;
}

/** True when the text may enter an event: well formed, NFC, no control characters besides tab and line ends. */
export function isCleanText(text: string): boolean {
  return isWellFormed(text) && text.normalize('NFC') === text && text.search(CONTROL) === -1;
}

/** Makes typed or pasted text fit for an event: drops lone surrogates and control characters, unifies line ends, NFC. */
export function cleanText(text: string): string {
  let kept = '';
  for (const char of text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')) if (isWellFormed(char)) kept += char;
  return kept.replace(CONTROL, '').normalize('NFC');
}
