import type { DossierOrder } from './manifest.ts';
import type { Piece } from './pieces.ts';

/** 正卷 or 副卷. */
export type Volume = 'main' | 'side';

type Place = { readonly volume: Volume; readonly rank: number };

/**
 * One published norm of the order inside a file [v: ARCH 上海]. 正卷: filing, decision, other documents to the party, each
 * with its proof of service, minutes, evidence, property. 副卷: source, report, review, discussion, hearing, close. The ranks
 * of what the norm does not name are a proposal.
 */
const NORM: readonly (readonly [Volume, readonly string[]])[] = [
  ['main', ['D13']],
  ['main', ['D21', 'D22', 'D23', 'D24']],
  [
    'main',
    [
      'D04',
      'D06',
      'D07',
      'D09',
      'D10',
      'D11',
      'D12',
      'D17',
      'D18',
      'D19',
      'D25',
      'D26',
      'D27',
      'D29',
      'D29B',
      'D31',
      'D31A',
      'D32',
      'D34',
    ],
  ],
  ['main', ['D02', 'D05', 'D19A', 'D20', 'D08']],
  ['main', ['D03']],
  ['main', ['D33', 'D33B', 'D40']],
  ['side', ['D01']],
  ['side', ['D14']],
  ['side', ['D15']],
  ['side', ['D16']],
  ['side', ['D19B']],
  ['side', ['D39']],
  ['side', ['D28']],
  ['side', ['D35']],
];

const PLACES: ReadonlyMap<string, Place> = new Map(
  NORM.flatMap(([volume, kinds], rank) => kinds.map((kind) => [kind, { volume, rank }] as const)),
);

/** True when the norm, or our proposal beside it, says where a kind stands. */
export function hasPlace(kind: string): boolean {
  return PLACES.has(kind);
}

/** What a kind that the table does not know stands among: evidence of the 正卷, so that nothing is hidden. */
const ELSE: Place = { volume: 'main', rank: 4 };

/** The proof of service, and the announcement, stands where the document stands that was served. */
function placeOf({ kind, serves }: Piece): Place {
  return PLACES.get(serves?.kind ?? kind) ?? ELSE;
}

/** In which part of the file a piece stands. By time there is only one. */
export function volumeOf(piece: Piece, order: DossierOrder): Volume {
  return order === 'time' ? 'main' : placeOf(piece).volume;
}

/** Puts the pieces of a file in order; what ranks alike stays in the order of its records. */
export function inDossierOrder(pieces: readonly Piece[], order: DossierOrder): readonly Piece[] {
  if (order === 'time') return [...pieces].sort((one, other) => one.record - other.record);
  const key = (piece: Piece): readonly number[] => {
    const { volume, rank } = placeOf(piece);
    return [volume === 'main' ? 0 : 1, rank, piece.serves?.record ?? piece.record, piece.record];
  };
  return [...pieces].sort((one, other) => compared(key(one), key(other)));
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
