import { nextVersion, publishedDoc, type PublishedChecklist } from '#shared/catalogue/publishedChecklist.ts';
import { readChecklist } from '#shared/inspection/readChecklist.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';
import { isCleanText } from '#shared/kernel/text.ts';

import { refuse } from '../dispatch.ts';
import type { CommandAnswer, CommandResults } from '../protocol.ts';

import type { Desk } from './lists.ts';
import { writePublished } from './writePublished.ts';

type Answer = CommandAnswer<CommandResults['checklist.publish']>;

/**
 * Publishes a checklist: checked once more, of the version after the highest that is known here, and valid by now. A second
 * try after an answer that was lost finds its own document there and is done.
 */
export async function publish(desk: Desk, text: string): Promise<Answer> {
  const { ctx, user } = desk;
  const { catalogue, clock, runtime, session } = ctx;
  const read = readChecklist(text, new Set(catalogue.matters.map(({ code }) => code)));
  if (!read.ok) return refuse('checklist_faulty', { subject: read.error[0]?.place });
  const list = read.value;
  if (list.validFrom > chinaDateOf(clock.nowMs())) return refuse('checklist_not_yet', { subject: list.validFrom });
  const who = { by: user, device: runtime.device, org: session.profile?.org ?? '', publishedAt: clock.nowIso() };
  const doc = publishedDoc(list, who);
  if (!isCleanText(doc.text)) return refuse('unclean_text');
  const known = await ctx.db.directory.get(doc._id);
  if (known?.doc['hash'] === doc.hash) return done(doc);
  const next = nextVersion(catalogue.checklists, list.id);
  if (list.version !== next) return refuse('checklist_version', { subject: String(next) });
  const there = await writePublished(desk, doc, { taken: 'checklist_taken', refused: 'checklist_refused' });
  return there.ok ? done(doc) : there;
}

function done({ checklist, version }: PublishedChecklist): Answer {
  return { ok: true, value: { checklist, version } };
}
