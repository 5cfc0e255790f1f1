import { assert } from './assert.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/** An amount of fen in the capital numerals of Chinese papers, e.g. 20000 fen → `贰佰元整`. */
export function capitalYuan(fen: number): string {
  assert(Number.isSafeInteger(fen) && fen >= 0 && fen < 100_000_000_000_000, `not an amount: ${String(fen)}`);
  const yuan = Math.floor(fen / 100);
  const [jiao, rest] = [Math.floor((fen % 100) / 10), fen % 10];
  const tail =
    jiao === 0 && rest === 0
      ? '整'
      : `${jiao === 0 ? (yuan === 0 ? '' : '零') : `${digit(jiao)}角`}${rest === 0 ? '' : `${digit(rest)}分`}`;
  if (yuan === 0 && tail !== '整') return tail;
  return `${yuan === 0 ? '零' : whole(yuan)}元${tail}`;
}

function whole(yuan: number): string {
  const groups: string[] = [];
  for (let left = yuan, group = 0; left > 0; left = Math.floor(left / 10_000), group += 1) {
    const part = left % 10_000;
    const text = part === 0 ? '' : `${group4(part)}${GROUPS[group] ?? ''}`;
    // A group below a thousand reads with a zero before it when something stands in front.
    groups.unshift(part > 0 && part < 1000 && left > part ? `零${text}` : part === 0 && left > 0 ? '零' : text);
  }
  return groups.join('').replaceAll(/零+/g, '零').replace(/零$/, '');
}

function group4(part: number): string {
  const text = [...String(part)]
    .map((char, index, all) => {
      const place = all.length - 1 - index;
      return char === '0' ? '零' : `${digit(Number(char))}${PLACES[place] ?? ''}`;
    })
    .join('');
  return text.replaceAll(/零+/g, '零').replace(/零$/, '');
}

function digit(n: number): string {
  return DIGITS.charAt(n);
}
