/**
 * Where a copy goes: archive, party, the stub that stays in the book, the place where it is posted, one in reserve, another
 * agency (a court, or whoever takes a case over).
 */
export type Copy = 'archive' | 'party' | 'stub' | 'posted' | 'reserve' | 'court' | 'agency';

const NUMERALS = '零一两三四';
const GOES: Readonly<Record<Exclude<Copy, 'stub'>, string>> = {
  party: '一份交当事人',
  posted: '一份张贴',
  court: '一份交人民法院',
  agency: '一份交接收机关',
  archive: '一份归档',
  reserve: '一份备查',
};

/** The line under a document that says where its copies go. `paper`: what it calls itself. */
export function copiesLine(copies: readonly Copy[], paper: string): string {
  const sheets = (['party', 'posted', 'court', 'agency', 'archive', 'reserve'] as const).filter((copy) =>
    copies.includes(copy),
  );
  const goes = sheets.map((copy) => GOES[copy]).join('，');
  const stub = copies.includes('stub') ? '；存根由本机关留存' : '';
  return `本${paper}一式${NUMERALS.charAt(sheets.length)}份，${goes}${stub}。`;
}
