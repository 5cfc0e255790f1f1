import type { CaseStage } from '../case/stages.ts';
import type { Party } from '../events/party.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import { addCalendarMonths } from '../kernel/days.ts';

/** What has to be known of a case to say whether it is an earlier one. Rows without a party match nobody. */
export type OffenceRow = {
  readonly id: string;
  readonly party?: Party | undefined;
  readonly matterCodes: readonly string[];
  readonly foundOn: ChinaDate;
  readonly stage: CaseStage;
};

/** Whose earlier cases are asked for, and seen from which day. */
export type OffenceQuestion = {
  readonly party: Party;
  readonly on: ChinaDate;
  /** Only cases of that matter (初次违法 is asked for one kind of act). */
  readonly matter?: string | undefined;
  /** The case at hand. */
  readonly except?: string | undefined;
};

/** By what the party was recognised; a name is no proof that it is the same. */
export type SameBy = 'uscc' | 'id_number' | 'name_and_shop' | 'name';
/** An earlier case and by what its party was recognised. */
export type EarlierCase<R extends OffenceRow> = { readonly row: R; readonly by: SameBy };

const LOOK_BACK_MONTHS = 24;

/** Nothing was found there, or what was found fell away; a converted case goes on as another one. */
const NOT_COUNTED: ReadonlySet<CaseStage> = new Set([
  'clue',
  'verifying',
  'not_filed',
  'spot_draft',
  'converted',
  'revoked',
]);

/**
 * Earlier cases of the same party within two years, newest first: a help for 首违不罚 (行政处罚法 §33). This computer knows
 * only the cases that are on it. Clues, cases not filed, and decisions taken back do not count; cases that run still do,
 * and the officer looks at what became of them. Two years are a proposal (the limitation of §36).
 */
export function earlierCases<R extends OffenceRow>(
  rows: readonly R[],
  { party, on, matter, except }: OffenceQuestion,
): readonly EarlierCase<R>[] {
  const since = addCalendarMonths(on, -LOOK_BACK_MONTHS);
  return rows
    .filter(({ id, foundOn, stage }) => id !== except && since <= foundOn && foundOn <= on && !NOT_COUNTED.has(stage))
    .filter(({ matterCodes }) => matter === undefined || matterCodes.includes(matter))
    .flatMap((row) => {
      const by = row.party === undefined ? undefined : sameBy(row.party, party);
      return by === undefined ? [] : [{ row, by }];
    })
    .sort((a, b) => (a.row.foundOn === b.row.foundOn ? 0 : a.row.foundOn < b.row.foundOn ? 1 : -1));
}

/** By what two records of a party are the same one, the surest first; undefined when nothing says so. */
export function sameBy(a: Party, b: Party): SameBy | undefined {
  if (isSame(usccOf(a), usccOf(b))) return 'uscc';
  if (isSame(idNumberOf(a), idNumberOf(b))) return 'id_number';
  if (a.kind === 'sole_trader' && b.kind === 'sole_trader')
    return isSame(a.name, b.name) && isSame(a.shop, b.shop) ? 'name_and_shop' : undefined;
  if (a.kind !== 'legal_person' || b.kind !== 'legal_person' || !isSame(a.name, b.name)) return undefined;
  // Two codes that differ are two organisations, whatever they are called.
  return plain(a.uscc) === '' || plain(b.uscc) === '' ? 'name' : undefined;
}

/**
 * What a party is looked up by among many: whoever is the same by `sameBy` shares one of these. Sharing one does not make two
 * parties the same.
 */
export function identityKeys(party: Party): readonly string[] {
  const named =
    party.kind === 'sole_trader'
      ? [plain(party.name) === '' || plain(party.shop) === '' ? '' : `shop:${plain(party.name)}/${plain(party.shop)}`]
      : party.kind === 'legal_person'
        ? [keyOf('name', party.name)]
        : [];
  return [keyOf('uscc', usccOf(party)), keyOf('id', idNumberOf(party)), ...named].filter((key) => key !== '');
}

const keyOf = (kind: string, text: string | undefined): string => (plain(text) === '' ? '' : `${kind}:${plain(text)}`);

function usccOf(party: Party): string | undefined {
  return party.kind === 'citizen' ? undefined : party.uscc;
}

function idNumberOf(party: Party): string | undefined {
  return party.kind === 'legal_person' ? undefined : party.idNumber;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return plain(a) !== '' && plain(a) === plain(b);
}

/** As typed, without spaces and case: `x` and `X` end the same identity number. */
function plain(text: string | undefined): string {
  return (text ?? '').replace(/\s/g, '').toUpperCase();
}
