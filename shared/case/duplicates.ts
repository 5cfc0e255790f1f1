import { sameBy, type OffenceRow, type SameBy } from '../catalogue/firstOffence.ts';
import type { Party } from '../events/party.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import { addCalendarMonths } from '../kernel/days.ts';

import type { CaseStage } from './state.ts';

/** What has to be known of a case to say whether it is about the same act. */
export type DuplicateRow = OffenceRow & { readonly siteId: string };

/** What is about to be filed; without a matter all of them, without a party only the place counts. */
export type DuplicateQuestion = {
  readonly siteId: string;
  readonly party?: Party | undefined;
  readonly matter?: string | undefined;
  readonly on: ChinaDate;
  /** The case at hand. */
  readonly except?: string | undefined;
};

/** A case that may be the same one: at the same place, or of the same party and by what it was recognised. */
export type Duplicate<R extends DuplicateRow> = {
  readonly row: R;
  readonly sameSite: boolean;
  readonly party?: SameBy | undefined;
};

const LOOK_BACK_MONTHS = 12;

// prettier-ignore
const ENDED: ReadonlySet<CaseStage> = new Set([
  'closed', 'archived', 'not_filed', 'terminated', 'transferred', 'revoked', 'converted', 'fixed', 'fixed_on_site',
]);

/**
 * Open cases of the matter, found within twelve months, at the same place or of the same party, newest first: whoever files
 * first has the case (行政处罚法 §25), and one act is fined once (§29). A help before filing, never a bar: this computer
 * knows only the cases that are on it, and the officer looks whether it is the same act. Twelve months are a proposal.
 */
export function duplicates<R extends DuplicateRow>(
  rows: readonly R[],
  { siteId, party, matter, on, except }: DuplicateQuestion,
): readonly Duplicate<R>[] {
  const since = addCalendarMonths(on, -LOOK_BACK_MONTHS);
  return rows
    .filter(({ id, stage, foundOn }) => id !== except && !ENDED.has(stage) && since <= foundOn && foundOn <= on)
    .filter(({ matterCodes }) => matter === undefined || matterCodes.includes(matter))
    .map((row) => ({
      row,
      sameSite: row.siteId === siteId,
      party: row.party === undefined || party === undefined ? undefined : sameBy(row.party, party),
    }))
    .filter(({ sameSite, party: by }) => sameSite || by !== undefined)
    .sort((a, b) => (a.row.foundOn === b.row.foundOn ? 0 : a.row.foundOn < b.row.foundOn ? 1 : -1));
}
