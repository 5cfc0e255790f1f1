import type { OrgCard } from '../access/directory.ts';
import type { DocumentKind } from '../case/state.ts';
import type { Matter } from '../catalogue/matter.ts';
import type { Officer } from '../events/fields.ts';
import type { Party } from '../events/party.ts';
import type { Penalty } from '../events/penalty.ts';
import type { SiteSnapshot } from '../events/siteEvents.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';

import type { SaidInForm, SheetFacts } from './sheetFacts.ts';

/** Documents of a file that have a sheet. */
// prettier-ignore
export const SHEET_KINDS = [
  'D04', 'D06', 'D09', 'D10', 'D11', 'D12', 'D17', 'D18', 'D19', 'D21', 'D22',
  'D23', 'D24', 'D25', 'D26', 'D27', 'D28', 'D29', 'D32', 'D33', 'D34',
] as const;
/** See `SHEET_KINDS`. */
export type SheetKind = (typeof SHEET_KINDS)[number];

/** What a document of a file is made from. Without `number` the result is a draft. */
export type SheetInput = {
  readonly org: OrgCard;
  readonly kind: SheetKind;
  readonly number?: string | undefined;
  readonly issuedAt: string;
  readonly title: string;
  readonly party: Party | undefined;
  readonly site: SiteSnapshot;
  readonly address: string;
  readonly foundAt: string;
  readonly facts: string;
  readonly matter: Matter;
  /** What the officer wrote for this document: what to do, how it was decided. */
  readonly text: string;
  readonly penalty?: Penalty | undefined;
  readonly untilOn?: ChinaDate | undefined;
  /** On the spot: what the party said, and when the certificates were shown. */
  readonly told?: { readonly words: string; readonly shownAt: string } | undefined;
  /** What the file says of what this document is about. */
  readonly of?: SheetFacts | undefined;
  /** What its form said beside the text. */
  readonly said?: SaidInForm | undefined;
  readonly officers: readonly [Officer, Officer];
};

/** True when a document of that kind has a sheet. */
export function hasSheet(kind: DocumentKind): kind is SheetKind {
  return SHEET_KINDS.some((known) => known === kind);
}
