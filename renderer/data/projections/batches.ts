import { nextTurn } from '../runtime/nextTurn.ts';
import { withDeadline } from '../store/deadline.ts';
import type { Watch } from '../store/eventWrites.ts';
import type { XunzhiDatabase } from '../tables.ts';

import type { DirtyStreams, WaitingRange } from './dirtyStreams.ts';
import type { JudgedBy } from './judgedBy.ts';
import { foldedOf, type Folded } from './project.ts';
import { readRange, readStreams, type RangePart, type ReadStreams } from './readStreams.ts';

/** How many streams are folded in one transaction: a command waits for no longer than that takes. */
export const BATCH_STREAMS = 250;

/** Streams folded between two turns of the thread: commands come between. */
const FOLDED_AT_A_TIME = 10;

/** Streams that are folded and written together. */
export type Batch = {
  readonly streams: readonly string[];
  /** What was folded or read before the write; streams in neither are read with it. */
  readonly held: readonly Folded[];
  readonly read: ReadStreams;
  /** True once they may be other than they were when they were read. */
  readonly isTouched: () => boolean;
  /** Part of the transaction that writes them; answers what to call once it is committed. */
  readonly settle: () => Promise<() => void>;
};

/** Batches, each read only when it is asked for. */
export type Batches = AsyncGenerator<Batch, void, undefined>;

/** What batches are made from. */
type Source = { readonly db: XunzhiDatabase; readonly dirty: DirtyStreams; readonly watch: Watch };

/** The newest of these streams first. `fold`: what is held in memory of them. */
export async function* namedBatches(
  { db, dirty, watch }: Source,
  names: readonly string[],
  fold: (streams: readonly string[]) => Promise<readonly Folded[]>,
): Batches {
  // What comes in one batch is read with its write: nothing could be written meanwhile.
  const isLong = names.length > BATCH_STREAMS;
  for (let end = names.length; end > 0; end -= BATCH_STREAMS) {
    const streams = names.slice(Math.max(0, end - BATCH_STREAMS), end);
    const moment = watch.moment();
    const held = await fold(streams);
    const known = new Set(held.map(({ stream }) => stream));
    const rest = isLong ? streams.filter((stream) => !known.has(stream)) : [];
    const read = await withDeadline('projections.read', readStreams(db, rest));
    const isTouched = (): boolean => watch.isTouchedSince(moment, streams);
    yield { streams, held, read, isTouched, settle: () => dirty.settle(streams) };
  }
}

/** The streams of a range in their order. */
export async function* rangeBatches({ db, dirty, watch }: Source, range: WaitingRange): Batches {
  for (let after: string | undefined = range.after; after !== undefined;) {
    const moment = watch.moment();
    const part: RangePart = await withDeadline('projections.read', readRange(db, { after, to: range.to }));
    after = part.after;
    const settle = (): Promise<() => void> => dirty.settleRange(range, part.after);
    const streams = [...part.read.keys()];
    const isTouched = (): boolean => watch.isTouchedSince(moment, streams);
    yield { streams, held: [], read: part.read, isTouched, settle };
  }
}

/** All that is known of a batch before it is written. */
export async function foldBatch({ held, read }: Batch, by: JudgedBy): Promise<readonly Folded[]> {
  const folded = [...held];
  for (const [stream, rows] of read) {
    folded.push(foldedOf('store', stream, rows, by));
    if (folded.length % FOLDED_AT_A_TIME === 0) await nextTurn();
  }
  return folded;
}
