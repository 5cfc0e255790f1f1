import { pinyin } from 'pinyin-pro';

/** The first letter of a character's pinyin in lower case; other characters come back as they are. */
export function pinyinInitial(char: string): string {
  return pinyin(char, { pattern: 'first', toneType: 'none', nonZh: 'consecutive' }).toLowerCase();
}
