import { inFoldOrder, type AnyEvent } from '../events/order.ts';
import { SITE_EVENTS, type SelfCheckData } from '../events/siteEvents.ts';
import { parseStream } from '../events/stream.ts';

/**
 * What an alliance of shops found at one of them (自治联盟自查), and who wrote it down when. It is no inspection: nothing that
 * counts inspections counts it.
 */
export type SelfCheck = SelfCheckData & {
  readonly event: string;
  /** Account of who entered it. */
  readonly enteredBy: string;
  readonly enteredAt: string;
};

/**
 * The own checks in the stream of a shop, the newest day first. Only what the organisation that registered it wrote counts.
 * Undefined where none was ever written. Never throws; independent of the order of arrival.
 */
export function foldSelfChecks(events: readonly AnyEvent[]): readonly SelfCheck[] | undefined {
  if (!events.some((event) => (event as AnyEvent | null)?.type === 'site.selfChecked')) return undefined;
  // `inFoldOrder` leaves out what was withheld.
  const ordered = inFoldOrder(events).filter(({ stream }) => parseStream(stream)?.kind === 'site');
  const org = ordered.find(({ type }) => type === 'site.registered')?.org;
  const found = ordered.flatMap((event): SelfCheck[] => {
    if (event.type !== 'site.selfChecked' || event.org !== org) return [];
    const data = SITE_EVENTS['site.selfChecked'].safeParse(event.data);
    return data.success ? [{ ...data.data, event: event._id, enteredBy: event.by, enteredAt: event.wallAt }] : [];
  });
  return found.reverse().sort((a, b) => (a.checkedOn < b.checkedOn ? 1 : a.checkedOn > b.checkedOn ? -1 : 0));
}

/** True when every duty was kept. */
export function isPassed({ duties }: Pick<SelfCheckData, 'duties'>): boolean {
  return duties.every(({ answer }) => answer === 'pass');
}

/** By what an own check is known to be there already: one person looks at a shop once a day. */
export function selfCheckKey({ checkedOn, by }: Pick<SelfCheckData, 'checkedOn' | 'by'>): string {
  return `${checkedOn}|${by.normalize('NFKC').trim()}`;
}

/** How an alliance checks itself over some days. */
export type AllianceRate = {
  readonly alliance: string;
  /** Shops of the register that say they belong to it, and how many of them were looked at. */
  readonly members: number;
  readonly checkedMembers: number;
  readonly checks: number;
  readonly passed: number;
};

/**
 * How each alliance checks itself, by name. `members`: which shop belongs to which; `checks`: own checks of those days by shop. A
 * check counts for the alliance that it names; a shop for the one that the register names.
 */
export function allianceRates(
  members: readonly { readonly id: string; readonly alliance: string }[],
  checks: readonly { readonly siteId: string; readonly check: SelfCheckData }[],
): readonly AllianceRate[] {
  const rates = new Map<string, AllianceRate>();
  const add = (alliance: string, change: (before: AllianceRate) => AllianceRate): void => {
    const empty = { alliance, members: 0, checkedMembers: 0, checks: 0, passed: 0 };
    rates.set(alliance, change(rates.get(alliance) ?? empty));
  };
  const checked = new Set(checks.map(({ siteId, check }) => `${siteId}|${check.alliance}`));
  for (const { id, alliance } of members)
    add(alliance, (before) => ({
      ...before,
      members: before.members + 1,
      checkedMembers: before.checkedMembers + Number(checked.has(`${id}|${alliance}`)),
    }));
  for (const { check } of checks)
    add(check.alliance, (before) => ({
      ...before,
      checks: before.checks + 1,
      passed: before.passed + Number(isPassed(check)),
    }));
  return [...rates.values()].sort((a, b) => a.alliance.localeCompare(b.alliance, 'zh'));
}

/** Whole percent; undefined of nothing. */
export function percentOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 100);
}
