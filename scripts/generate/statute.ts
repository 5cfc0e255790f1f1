/** Text of one article of a statute in Markdown, or undefined. Articles begin a line: `第三十六条 …`. */
export function articleOf(statute: string, article: string): string | undefined {
  const lines = statute.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^${article}\\s`).test(line));
  if (start < 0) return undefined;
  const end = lines.findIndex((line, index) => index > start && /^(第[一二三四五六七八九十百零]+条\s|#)/.test(line));
  return lines.slice(start, end < 0 ? undefined : end).join('\n');
}

/**
 * Where an article as cited is not in the statute: the article itself, a paragraph (第二款) or an item (第（一）项), one
 * line each. Paragraphs are the lines that are no items; items belong to the paragraph before them.
 */
export function missingParts(statute: string, cited: string): readonly string[] {
  return cited.split(/、(?=第[^（]*条)/).flatMap((one) => {
    const article = /^第[^条]+条/.exec(one)?.[0] ?? one;
    const text = articleOf(statute, article);
    if (text === undefined) return [article];
    const paragraphs = paragraphsOf(text);
    let paragraph = 0;
    return one
      .slice(article.length)
      .split('、')
      .flatMap((part) => [...part.matchAll(/第([一二三四五六七八九])款|第（([^）]+)）项/g)])
      .flatMap(([whole, number, item]) => {
        if (number !== undefined) paragraph = '一二三四五六七八九'.indexOf(number);
        const known = paragraphs[paragraph];
        const isKnown = known !== undefined && (item === undefined || known.items.has(item));
        return isKnown ? [] : [`${article}${whole}`];
      });
  });
}

function paragraphsOf(article: string): { readonly items: ReadonlySet<string> }[] {
  const paragraphs: { items: Set<string> }[] = [];
  for (const line of article.split('\n').filter((one) => one.trim() !== '')) {
    const item = /^[（(]([一二三四五六七八九十]+)[）)]/.exec(line)?.[1];
    if (item === undefined) paragraphs.push({ items: new Set() });
    else paragraphs.at(-1)?.items.add(item);
  }
  return paragraphs;
}

const DIGITS = '零一二三四五六七八九';

/** An amount in fen as statutes write it: `20000元` as `2万元`, `2万` or `二万`. Whole hundreds of yuan only. */
export function writtenYuan(fen: number): readonly string[] {
  const yuan = fen / 100;
  if (yuan % 10_000 !== 0) return [`${yuan}元`, `${inChinese(yuan)}元`];
  return [`${yuan / 10_000}万元`, `${inChinese(yuan / 10_000)}万元`];
}

/** A share in permille as statutes write it: 百分之十, 一倍. */
export function writtenShare(permille: number): string {
  return permille % 1000 === 0 ? `${inChinese(permille / 1000)}倍` : `百分之${inChinese(permille / 10)}`;
}

/** 1 to 999, and whole thousands below ten thousand, with one digit that is not 0. */
function inChinese(number: number): string {
  const power = Math.floor(Math.log10(number));
  const digit = DIGITS.charAt(number / 10 ** power);
  const unit = ['', '十', '百', '千'][power] ?? '';
  return power === 1 && digit === '一' ? unit : `${digit}${unit}`;
}
