import { areasDoc, PUBLISHED_AREAS, readAreaSet, versionsOfAreas } from '#shared/catalogue/publishedAreas.ts';
import { isCleanText } from '#shared/kernel/text.ts';

import { refuse } from '../dispatch.ts';
import type { CommandAnswer, CommandResults } from '../protocol.ts';

import type { Desk } from './lists.ts';
import { writePublished } from './writePublished.ts';

type Answer = CommandAnswer<CommandResults['areas.publish']>;

/** Publishes the areas of a level: checked once more, and of the version after the highest that is known here. */
export async function publishAreas(desk: Desk, text: string): Promise<Answer> {
  const { clock, db, runtime, session } = desk.ctx;
  const { directory } = db;
  const set = readAreaSet(text);
  if (!set.ok) return refuse('areas_faulty', { subject: set.error });
  const { level, version } = set.value;
  const who = { by: desk.user, device: runtime.device, org: session.profile?.org ?? '', publishedAt: clock.nowIso() };
  const doc = areasDoc(set.value, who);
  if (!isCleanText(doc.text)) return refuse('unclean_text');
  const same = await directory.get(doc._id);
  if (same?.doc['hash'] === doc.hash) return { ok: true, value: { level, version } };
  const known = versionsOfAreas(await directory.where('id').startsWith(PUBLISHED_AREAS).primaryKeys());
  if (version !== (known.get(level)?.[0]?.version ?? 0) + 1) return refuse('areas_version');
  const written = await writePublished(desk, doc, { taken: 'areas_taken', refused: 'areas_refused' });
  return written.ok ? { ok: true, value: { level, version } } : written;
}
