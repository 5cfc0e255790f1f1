import { mayWrite } from '../access/permissions.ts';
import { parseHeldRole } from '../access/roles.ts';
import type { PlatformAnswer } from '../events/exchangeEvents.ts';
import { inFoldOrder, type AnyEvent } from '../events/order.ts';
import { EVENT_TYPES, type EventData } from '../events/registry.ts';
import { parseStream } from '../events/stream.ts';

type Packed = EventData<'exchange.packed'>;

/** A record of a package, and what the platform said of it last; absent until a receipt names it. */
export type PackedItem = Packed['items'][number] & {
  readonly answer?: (Omit<PlatformAnswer, 'taskNo'> & { readonly at: string }) | undefined;
};

/** A package that left, folded from its stream. */
export type ExchangePackage = Omit<Packed, 'items'> & {
  readonly id: string;
  readonly org: string;
  readonly by: string;
  readonly packedAt: string;
  readonly items: readonly PackedItem[];
};

/** Folds the stream of one package; undefined until it was packed. What may not stand or names no record of it is left out. */
export function foldPackage(events: readonly AnyEvent[]): ExchangePackage | undefined {
  let state: ExchangePackage | undefined;
  const own = inFoldOrder(events).filter((event) => isAllowed(event));
  // A receipt that another device stamped earlier still follows its package.
  for (const event of own) {
    const id = parseStream(event.stream)?.id;
    const data = EVENT_TYPES['exchange.packed'].safeParse(event.data);
    if (state !== undefined || event.type !== 'exchange.packed' || id === undefined || !data.success) continue;
    state = { ...data.data, id, org: event.org, by: event.by, packedAt: event.wallAt };
  }
  for (const event of own) {
    const data = EVENT_TYPES['exchange.answered'].safeParse(event.data);
    if (event.type === 'exchange.answered' && data.success && state !== undefined)
      state = answered(state, data.data.answers, event.wallAt);
  }
  return state;
}

function isAllowed({ stream, role, type }: AnyEvent): boolean {
  const held = parseHeldRole(role);
  return parseStream(stream)?.kind === 'exchange' && held !== undefined && mayWrite(held.role, type);
}

function answered(state: ExchangePackage, answers: readonly PlatformAnswer[], at: string): ExchangePackage {
  const said = new Map(answers.map(({ taskNo, ...answer }) => [taskNo, { ...answer, at }]));
  return { ...state, items: state.items.map((item) => ({ ...item, answer: said.get(item.taskNo) ?? item.answer })) };
}

/**
 * Where a record stands with a platform. `sent`: in a package without an answer. `changed`: it says something else than what
 * left, whatever was answered. `returned`: sent back as it still is.
 */
export type ExchangeStanding =
  | { readonly is: 'pending' }
  | { readonly is: 'sent' | 'received' | 'changed' }
  | { readonly is: 'returned'; readonly reason: string };

/** What left of each record last, by record, of the packages for one platform. */
export function lastSent(
  packages: readonly ExchangePackage[],
  platform: Packed['platform'],
): ReadonlyMap<string, PackedItem> {
  const last = new Map<string, PackedItem>();
  for (const one of packages.filter((known) => known.platform === platform).toSorted(byTime))
    for (const item of one.items) last.set(item.record, item);
  return last;
}

function byTime(a: ExchangePackage, b: ExchangePackage): number {
  return `${a.packedAt} ${a.id}` < `${b.packedAt} ${b.id}` ? -1 : 1;
}

/** See `ExchangeStanding`. `revision`: of the record as it is now. */
export function standingOfRecord(sent: PackedItem | undefined, revision: string): ExchangeStanding {
  if (sent === undefined) return { is: 'pending' };
  if (sent.revision !== revision) return { is: 'changed' };
  if (sent.answer === undefined) return { is: 'sent' };
  return sent.answer.result === 'received' ? { is: 'received' } : { is: 'returned', reason: sent.answer.reason ?? '' };
}

/** The package that an answer about a task belongs to: the one it names, or else the last one with that task. */
export function packageOf(
  packages: readonly ExchangePackage[],
  taskNo: string,
  named?: string,
): ExchangePackage | undefined {
  const found = packages.filter(({ items }) => items.some((item) => item.taskNo === taskNo)).toSorted(byTime);
  return named === undefined || named === '' ? found.at(-1) : found.find(({ id }) => id === named);
}
