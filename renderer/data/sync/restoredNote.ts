import type { Context } from '../context.ts';
import type { RestoredNotice } from '../status.ts';

/** Tells on screen what a restored server lacked and what was done about it; several databases add up. */
export async function noteRestored(
  ctx: Context,
  db: string,
  found: { readonly sent: number; readonly fetched: number; readonly blobs: number },
): Promise<void> {
  await ctx.db.transaction('rw', ctx.db.meta, async () => {
    const before = (await ctx.db.meta.get('restored'))?.value as RestoredNotice | undefined;
    const value: RestoredNotice = {
      noticedAt: ctx.clock.nowIso(),
      databases: [...new Set([...(before?.databases ?? []), db])],
      sent: (before?.sent ?? 0) + found.sent,
      fetched: (before?.fetched ?? 0) + found.fetched,
      blobs: (before?.blobs ?? 0) + found.blobs,
    };
    await ctx.db.meta.put({ key: 'restored', value });
  });
  await ctx.report({ code: 'server_restored', subject: '' });
}
