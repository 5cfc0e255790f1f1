import encodeQR from 'qr';

/** A dark run of a QR code, in modules. */
export type QrRun = { readonly column: number; readonly row: number; readonly length: number };
/** A QR code: modules a side, and its dark runs. */
export type QrModules = { readonly side: number; readonly runs: readonly QrRun[] };

/** Encodes a text; 15 % of the code may be dirty. Neighbours are one run, so that no viewer shows seams between them. */
export function qrModules(text: string): QrModules {
  // The library always draws a border; the paper around it is white anyway.
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  const runs = rows.flatMap((modules, row) => {
    const found: QrRun[] = [];
    for (const [column, isDark] of modules.entries()) {
      if (!isDark) continue;
      const last = found.at(-1);
      if (last !== undefined && last.column + last.length === column)
        found[found.length - 1] = { ...last, length: last.length + 1 };
      else found.push({ column, row, length: 1 });
    }
    return found;
  });
  return { side: rows.length, runs };
}
