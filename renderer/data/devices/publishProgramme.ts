import {
  nextProgrammeVersion,
  publishedProgramme,
  publishedProgrammeField,
} from '#shared/catalogue/publishedProgramme.ts';
import { isCleanText } from '#shared/kernel/text.ts';
import { readProgramme } from '#shared/programme/readProgramme.ts';

import { refuse } from '../dispatch.ts';
import type { CommandAnswer, CommandResults } from '../protocol.ts';

import type { Desk } from './lists.ts';
import { publisherAt, writeOnce } from './writeOnce.ts';

/**
 * Publishes the plan of a year: checked once more, of the version after the highest that is known here. A second try after an answer
 * that was lost finds its own document there and is done.
 */
export async function publishProgramme(
  desk: Desk,
  text: string,
): Promise<CommandAnswer<CommandResults['programme.publish']>> {
  const { ctx } = desk;
  const { catalogue } = ctx;
  const read = readProgramme(text, catalogue);
  if (!read.ok) return refuse('programme_faulty', { subject: read.error[0]?.place });
  const plan = read.value;
  const doc = publishedProgramme(plan, publisherAt(desk));
  if (!isCleanText(doc.text)) return refuse('unclean_text');
  const value = { year: plan.year, version: plan.version };
  const known = await ctx.db.directory.get(doc._id);
  if (known?.doc['hash'] === doc.hash) return { ok: true, value };
  const next = nextProgrammeVersion(catalogue.programmes, plan.year);
  if (plan.version !== next) return refuse('programme_version', { subject: String(next) });
  const written = await writeOnce(desk, doc, {
    read: (there) => publishedProgrammeField.safeParse(there).data,
    refusals: { taken: 'programme_taken', refused: 'programme_refused' },
  });
  return written.ok ? { ok: true, value } : written;
}
