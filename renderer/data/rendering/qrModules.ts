import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';

/** A dark run of a QR code, in modules. */
export type QrRun = { readonly column: number; readonly row: number; readonly length: number };
/** A QR code: modules a side, and its dark runs. */
export type QrModules = { readonly side: number; readonly runs: readonly QrRun[] };

type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly color: string };

/**
 * Encodes a text with pdfmake's own QR encoder. pdfmake draws modules only in whole points, which is either too small to
 * read or too large for the margin; so the code is laid out once on a sheet of its own and taken from there.
 */
export async function qrModules(
  payload: string,
  layOut: (document: TDocumentDefinitions) => Promise<unknown>,
): Promise<QrModules> {
  const node: Content & { _canvas?: readonly Rect[] } = { qr: payload, eccLevel: 'M', fit: 400 };
  await layOut({ pageSize: { width: 500, height: 500 }, pageMargins: 0, content: [node] });
  const [ground, ...dark] = node._canvas ?? [];
  const size = dark[0]?.w;
  if (ground === undefined || size === undefined) throw new Error('pdfmake gave no QR code');
  const runs: QrRun[] = [];
  for (const rect of dark) {
    const column = Math.round((rect.x - ground.x) / size);
    const row = Math.round((rect.y - ground.y) / size);
    const last = runs.at(-1);
    // Neighbours become one rectangle, so that no viewer shows seams between them.
    if (last?.row === row && last.column + last.length === column)
      runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ column, row, length: 1 });
  }
  return { side: Math.round(ground.w / size), runs };
}
