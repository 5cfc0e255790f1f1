import type { OrgCard } from '../../access/directory.ts';
import type { CaseEvent } from '../../case/caseEvent.ts';
import type { CaseState } from '../../case/state.ts';
import { filled } from '../form.ts';
import type { Block, FormModel } from '../formModel.ts';

import type { DossierOrder } from './manifest.ts';
import { inDossierOrder, volumeOf, type Volume } from './order.ts';
import type { Piece, Unprinted } from './pieces.ts';

/** A piece in its place: its number in the file and the dossier's number of its first page. */
export type PlacedPiece = Piece & {
  readonly serial: number;
  readonly volume: Volume;
  readonly from: number;
  readonly pages: number;
};

/** What the sheets around the pieces are made from. */
export type Binding = {
  /** The agency that keeps the file. */
  readonly org: OrgCard;
  readonly state: CaseState;
  /** Everything that counts in the case. */
  readonly events: readonly CaseEvent[];
  readonly order: DossierOrder;
  readonly pieces: readonly PlacedPiece[];
  readonly unprinted: readonly Unprinted[];
  readonly photos: number;
  readonly madeAt: string;
  /** The name of an organisation, or its id where nobody knows it. */
  readonly orgName: (org: string) => string;
};

/** Puts pieces in order and counts their pages through: the first page of the first piece is 1. */
export function placed(
  pieces: readonly Piece[],
  order: DossierOrder,
  pagesOf: (piece: Piece) => number,
): readonly PlacedPiece[] {
  let next = 1;
  return inDossierOrder(pieces, order).map((piece, index) => {
    const [from, pages] = [next, pagesOf(piece)];
    next += pages;
    return { ...piece, serial: index + 1, volume: volumeOf(piece, order), from, pages };
  });
}

/** How many pages the pieces have together. */
export function pagesIn(pieces: readonly PlacedPiece[]): number {
  return pieces.reduce((sum, { pages }) => sum + pages, 0);
}

/** One of the sheets around the pieces (案卷封面、卷内目录、备考表): D36 of the bureau's list. */
export function bindingSheet(
  { org, madeAt }: Binding,
  title: string,
  blocks: readonly Block[],
  endMark: string,
): FormModel {
  return {
    ...{ schema: 'xunzhi.form.v1', kind: 'D36', template: 'D36.1' },
    ...{ org: org.org, agency: filled(org.name), title, madeAt, blocks: [...blocks], eachPage: '', endMark },
  };
}
