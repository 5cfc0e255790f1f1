import {
  nextVersion,
  publishedDoc,
  publishedField,
  type PublishedChecklist,
} from '#shared/catalogue/publishedChecklist.ts';
import { readChecklist } from '#shared/inspection/readChecklist.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';
import { isCleanText } from '#shared/kernel/text.ts';

import { refuse } from '../dispatch.ts';
import type { CommandAnswer, CommandResults } from '../protocol.ts';

import { problemOf } from './desk.ts';
import type { Desk } from './lists.ts';

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
  return write(desk, doc);
}

async function write({ ctx, remote, authorization }: Desk, doc: PublishedChecklist): Promise<Answer> {
  const path = `/bureau/${encodeURIComponent(doc._id)}`;
  const response = await remote.fetch(path, { method: 'PUT', authorization, body: doc });
  if (response.status === 409) {
    const there = await remote.fetch(path, { authorization });
    const other = there.ok ? publishedField.safeParse(await there.json()).data : undefined;
    if (other?.hash !== doc.hash) return refuse('checklist_taken', { subject: String(doc.version) });
    return keep(other);
  }
  if (response.status === 403) {
    const problem = await problemOf(response);
    if (problem.problem === 'account_locked') throw problem;
    return refuse(problem.message.includes('admins_only') ? 'not_home_admin' : 'checklist_refused', {
      subject: problem.message,
    });
  }
  if (!response.ok) throw await problemOf(response);
  return keep(doc);

  async function keep(published: PublishedChecklist): Promise<Answer> {
    await ctx.db.directory.put({ id: published._id, doc: { ...published } });
    await ctx.shelf.news();
    return done(published);
  }
}

function done({ checklist, version }: PublishedChecklist): Answer {
  return { ok: true, value: { checklist, version } };
}
