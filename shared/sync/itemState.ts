/**
 * Where a record, photo or document stands, as people are told everywhere in the same words. In the order of how much it
 * asks of a person. `refused`: by the server, with a rule. `quarantined`: came from the server and cannot be used here.
 * `sending`: under way at this moment. `waiting`: saved here, not verified there. `draft`: not submitted. `withdrawn`:
 * named by `log.withheld`, with a reason. `server`: the server returned a body that hashes to the id (a photo: length
 * and digest); never merely because a request was answered.
 */
export const ITEM_STATES = ['refused', 'quarantined', 'sending', 'waiting', 'draft', 'withdrawn', 'server'] as const;
/** See `ITEM_STATES`. */
export type ItemState = (typeof ITEM_STATES)[number];

/** What is kept of an own record while the server does not verifiably have it. */
export type KeptRecord = { readonly id: string; readonly state: 'waiting' | 'refused' };
/** What is kept of a blob's transport; see `BlobRow`. */
export type KeptBlob = {
  readonly key: string;
  readonly state: 'draft' | 'waiting' | 'refused' | 'withdrawn' | 'server';
};
/** Ids of records and keys of blobs that a request is carrying right now. */
export type UnderWay = ReadonlySet<string>;

/** State of a record by its row in the outbox; without a row it is on the server, unless it was withdrawn. */
export function recordState(row: KeptRecord | undefined, underWay: UnderWay, isWithdrawn = false): ItemState {
  if (isWithdrawn) return 'withdrawn';
  if (row === undefined) return 'server';
  return row.state === 'waiting' && underWay.has(row.id) ? 'sending' : row.state;
}

/** State of a photo's or document's bytes. */
export function blobState({ key, state }: KeptBlob, underWay: UnderWay): ItemState {
  return state === 'waiting' && underWay.has(key) ? 'sending' : state;
}

/** The state that stands for several things shown as one: the one that asks most of a person; nothing is `server`. */
export function worstState(states: Iterable<ItemState>): ItemState {
  const found = new Set(states);
  return ITEM_STATES.find((state) => found.has(state)) ?? 'server';
}
