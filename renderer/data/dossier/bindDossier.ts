import { pagesIn, placed, type Binding } from '#shared/documents/dossier/binding.ts';
import { closingOf } from '#shared/documents/dossier/closingSheet.ts';
import { contentsOf, VOLUME_NAMES } from '#shared/documents/dossier/contentsSheet.ts';
import { coverOf } from '#shared/documents/dossier/cover.ts';
import type { Piece } from '#shared/documents/dossier/pieces.ts';
import type { FormModel } from '#shared/documents/formModel.ts';

import type { BindPart } from '../rendering/bind.ts';
import { bindDocuments, renderDocument, type Rendered } from '../rendering/renderDocument.ts';

/** A piece with its PDF, and what was scanned of it once it was signed by hand. */
export type PrintedPiece = {
  readonly piece: Piece;
  readonly printed: Omit<Rendered, 'renderer'>;
  readonly scans: readonly Uint8Array[];
};

/** The one PDF of a file. `pages`: those that bear a number of the file. */
export type BoundDossier = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly missingGlyphs: readonly string[];
};

/** Binds the pieces of a file with cover, contents and closing sheet. The same pieces give the same bytes. */
export async function bindDossier(
  facts: Omit<Binding, 'pieces'>,
  printed: readonly PrintedPiece[],
): Promise<BoundDossier> {
  const byPiece = new Map(printed.map((one) => [`${one.piece.kind} ${one.piece.event}`, one] as const));
  const printOf = ({ kind, event }: Piece): PrintedPiece => {
    const found = byPiece.get(`${kind} ${event}`);
    if (found === undefined) throw new Error(`${kind} of ${event} was not printed`);
    return found;
  };
  const pieces = placed(
    printed.map(({ piece }) => piece),
    facts.order,
    (piece) => printOf(piece).printed.pages + printOf(piece).scans.length,
  );
  const binding: Binding = { ...facts, pieces };
  const [cover, contents, closing] = await Promise.all([
    sheet(coverOf(binding)),
    sheet(contentsOf(binding)),
    sheet(closingOf(binding)),
  ]);
  const parts = pieces.map((piece): BindPart => {
    const { serial, title, number = '', volume } = piece;
    const group = facts.order === 'time' ? undefined : VOLUME_NAMES[volume];
    const name = `${String(serial)} ${title} ${number}`.trimEnd();
    const { printed: own, scans } = printOf(piece);
    return { title: name, group, pdf: own.pdf, numbered: true, scans };
  });
  const { pdf } = await bindDocuments({
    ...{ title: facts.state.title, author: facts.org.name, madeAt: facts.madeAt },
    parts: [cover.part, contents.part, ...parts, closing.part],
  });
  const sheets = [cover, contents, closing, ...printed].map((one) => one.printed);
  return {
    pdf,
    pages: pagesIn(pieces),
    missingGlyphs: [...new Set(sheets.flatMap(({ missingGlyphs }) => missingGlyphs))],
  };
}

async function sheet(model: FormModel): Promise<{ readonly part: BindPart; readonly printed: Rendered }> {
  const printed = await renderDocument({ model });
  return { part: { title: model.title, pdf: printed.pdf, numbered: false }, printed };
}
