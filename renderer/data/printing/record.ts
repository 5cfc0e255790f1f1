import { authorFor } from '../commands/author.ts';
import type { Context } from '../context.ts';
import { commitEvents } from '../store/commit.ts';
import type { PrintRow } from '../tables.ts';

import { endPrint } from './rows.ts';

/**
 * Records in its case that a document was printed, in the name of whoever ordered it, who is signed in. After a crash in
 * between, the case knows the job already and nothing is written twice.
 */
export async function recordPrint(ctx: Context, row: PrintRow): Promise<boolean> {
  const { source, printer, copies, pages, medium, renderer, endedAt } = row;
  if (source.is !== 'document') return endPrint(ctx, row, 'done');
  return ctx.writing.run(async () => {
    const author = authorFor(ctx, 'document.printed');
    if (!author.ok || author.value.user !== row.by) return false;
    const stream = `case:${source.caseId}`;
    await ctx.projector.catchUp(stream);
    const found = await ctx.db.cases.get(source.caseId);
    const document = found?.documents.find((known) => known.document === source.document);
    if (found === undefined || document === undefined) return false;
    // Its database is another one meanwhile, which this person may not write.
    if (found.org !== author.value.org) return endPrint(ctx, row, 'done', { code: 'handed_over' });
    const isTold = document.prints?.some(({ job }) => job === row.id) === true;
    if (!isTold) {
      const data = {
        ...{ document: source.document, job: row.id, printer, copies },
        printedAt: endedAt ?? ctx.clock.nowIso(),
        ...(pages === undefined ? {} : { pages }),
        ...(medium === undefined || renderer === undefined ? {} : { narrow: { medium, renderer } }),
      };
      await commitEvents(ctx, author.value, [{ type: 'document.printed', stream, ownerOrg: found.org, data }]);
    }
    return endPrint(ctx, row, 'done');
  });
}
