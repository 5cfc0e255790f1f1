/** Fen of an amount in yuan; undefined when it is no amount above zero. */
export function fenIn(cell: string): number | undefined {
  const text = cell.normalize('NFKC').replaceAll(/[\s¥￥]|元$/g, '');
  if (!/^(?:\d{1,10}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,2})?$/.test(text)) return undefined;
  const fen = Math.round(Number(text.replaceAll(',', '')) * 100);
  return fen > 0 ? fen : undefined;
}

/** The number of a receipt; undefined when there is none, or a spreadsheet has rounded it (`1.23E+15`). */
export function receiptIn(cell: string): string | undefined {
  const text = cell.replace(/^'/, '').trim();
  return text === '' || text.length > 60 || /^\d(?:\.\d+)?E\+\d+$/i.test(text) ? undefined : text;
}

/** A number of a document, or a code, as it is compared: one kind of brackets, no spaces, no full-width forms. */
export function numberKey(cell: string): string {
  return cell
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[[(【〔]/g, '〔')
    .replaceAll(/[\])】〕]/g, '〕')
    .toUpperCase();
}
