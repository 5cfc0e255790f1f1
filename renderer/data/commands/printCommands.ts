import { isNarrowKind } from '#shared/documents/media.ts';
import { pagesOf, rangesOf } from '#shared/kernel/pageRanges.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandError, CommandInput } from '../protocol.ts';
import { inTime, withDeadline } from '../store/deadline.ts';
import { assertRoom } from '../store/room.ts';
import type { PrintRow } from '../tables.ts';

import { authorFor } from './author.ts';
import { previewNarrow } from './narrowPrint.ts';

type Names = 'print.order' | 'print.preview' | 'print.retry' | 'print.cancel' | 'print.clear';
type Item = CommandInput<'print.order'>['items'][number];

/** What is over stands in the list for so long. */
const KEPT_MS = 7 * 86_400_000;

/** The print queue of this device. What is ordered is refused or taken as a whole. */
export const PRINT_COMMANDS: Pick<Handlers, Names> = {
  'print.order': async (ctx, { printer, items }) => {
    const author = authorFor(ctx);
    if (!author.ok) return author;
    const pages: (string | undefined)[] = [];
    for (const item of items) {
      const checked = await checkItem(ctx, item);
      if (!checked.ok) return checked;
      pages.push(checked.value);
    }
    await assertRoom(ctx.port, 'record');
    const orderedAt = ctx.clock.nowIso();
    const rows = items.map(({ source, title, copies, medium }, n): PrintRow => ({
      ...{ id: ctx.random.uuid('print', ctx.clock.nowMs()), by: author.value.user, orderedAt, n },
      ...{ source, title, printer, copies, pages: pages[n], medium, state: 'waiting' },
    }));
    const { db } = ctx;
    await inTime('print.order', db, [db.prints, db.meta], async () => {
      await db.prints.bulkDelete(await overSince(ctx));
      await db.prints.bulkAdd(rows);
      await db.meta.put({ key: 'printer', value: printer });
      await db.meta.put({ key: 'medium', value: items[0]?.medium ?? 'A4' });
    });
    ctx.prints.kick();
    return { ok: true, value: { jobs: rows.map(({ id }) => id) } };
  },
  'print.preview': previewNarrow,
  'print.retry': async (ctx, { id }) => {
    const known = await ownJob(ctx, id);
    if (!known.ok) return known;
    await ctx.prints.retry(id);
    return { ok: true, value: {} };
  },
  'print.cancel': async (ctx, { id }) => {
    const known = await ownJob(ctx, id);
    if (!known.ok) return known;
    await ctx.prints.cancel(id);
    return { ok: true, value: {} };
  },
  'print.clear': async (ctx) => {
    const author = authorFor(ctx);
    if (!author.ok) return author;
    const over = ctx.db.prints.where('state').anyOf('done', 'failed', 'cancelled');
    await withDeadline('print.clear', over.delete());
    return { ok: true, value: {} };
  },
};

/** Answers the pages in their shortest form; undefined for all. */
async function checkItem(
  ctx: Context,
  { source, pages, medium }: Item,
): Promise<Result<string | undefined, CommandError>> {
  let count = Number.MAX_SAFE_INTEGER;
  if (medium !== undefined && source.is !== 'document' && (source.is === 'board' || !isNarrowKind(source.kind)))
    return refuse('no_narrow_layout');
  if (source.is === 'document') {
    const author = authorFor(ctx, 'document.printed');
    if (!author.ok) return author;
    await ctx.projector.catchUp(`case:${source.caseId}`);
    const row = await ctx.db.cases.get(source.caseId);
    const document = row?.documents.find((known) => known.document === source.document);
    if (row === undefined || document?.pdfSha256 === undefined) return err({ code: 'unknown_document' });
    if (row.org !== author.value.org) return err({ code: 'handed_over', subject: document.number });
    if (document.voided !== undefined) return err({ code: 'document_voided', subject: document.number });
    if (medium !== undefined && !isNarrowKind(document.kind)) return refuse('no_narrow_layout');
    if (medium === undefined) count = document.pages ?? count;
  }
  if (pages === undefined) return ok(undefined);
  const wanted = pagesOf(pages, count);
  return wanted === undefined ? err({ code: 'bad_pages', subject: pages }) : ok(rangesOf(wanted));
}

async function ownJob(ctx: Context, id: string): Promise<Result<PrintRow, CommandError>> {
  const author = authorFor(ctx);
  if (!author.ok) return author;
  const row = await ctx.db.prints.get(id);
  if (row === undefined) return refuse('unknown_print');
  return row.by === author.value.user ? ok(row) : refuse('other_printer', { subject: row.by });
}

async function overSince(ctx: Context): Promise<string[]> {
  const before = new Date(ctx.clock.nowMs() - KEPT_MS).toISOString();
  const over = ctx.db.prints.where('state').anyOf('done', 'failed', 'cancelled');
  return over.filter(({ endedAt }) => endedAt !== undefined && endedAt < before).primaryKeys();
}
