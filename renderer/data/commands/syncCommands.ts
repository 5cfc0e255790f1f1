import { refuse, type Handlers } from '../dispatch.ts';

import { withdrawBlob, withdrawRecord } from './withdraw.ts';

type Names = 'sync.now' | 'sync.retry' | 'sync.withdraw';

const AGAIN = { state: 'waiting' } as const;

/** What a person can do about synchronising: now, once more, or not at all. */
export const SYNC_COMMANDS: Pick<Handlers, Names> = {
  'sync.now': async (ctx) => {
    ctx.pace.forward();
    ctx.lane.hurry();
    return { ok: true, value: await ctx.loop.now() };
  },
  'sync.retry': async (ctx, { item }) => {
    const records = ctx.db.outbox.where('state').equals('refused');
    const blobs = ctx.db.blobs.where('state').equals('refused');
    const isChosen = (name: string): boolean => item === undefined || name === item || isThumbOf(name, item);
    const again =
      (await records.and((row) => isChosen(row.id)).modify(AGAIN)) +
      (await blobs.and((row) => isChosen(row.key)).modify(AGAIN));
    if (item !== undefined && again === 0) return refuse('not_refused', { subject: item });
    ctx.pace.forward();
    ctx.lane.hurry();
    return { ok: true, value: await ctx.loop.now() };
  },
  'sync.withdraw': (ctx, { item, reason }) =>
    ctx.writing.run(() =>
      /^(photo|thumb|doc):/.test(item) ? withdrawBlob(ctx, item, reason) : withdrawRecord(ctx, item, reason),
    ),
};

/** A photo and its thumbnail are one thing to people. */
function isThumbOf(name: string, item: string): boolean {
  return item.startsWith('photo:') && name === `thumb:${item.slice('photo:'.length)}`;
}
