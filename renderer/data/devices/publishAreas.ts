import {
  areasDoc,
  PUBLISHED_AREAS,
  publishedAreasField,
  readAreaSet,
  versionsOfAreas,
} from '#shared/catalogue/publishedAreas.ts';
import { isCleanText } from '#shared/kernel/text.ts';

import { refuse } from '../dispatch.ts';
import type { CommandAnswer, CommandResults } from '../protocol.ts';

import type { Desk } from './lists.ts';
import { publisherAt, writeOnce } from './writeOnce.ts';

type Answer = CommandAnswer<CommandResults['areas.publish']>;

/** Publishes the areas of a level: checked once more, and of the version after the highest that is known here. */
export async function publishAreas(desk: Desk, text: string): Promise<Answer> {
  const { directory } = desk.ctx.db;
  const set = readAreaSet(text);
  if (!set.ok) return refuse('areas_faulty', { subject: set.error });
  const { level, version } = set.value;
  const doc = areasDoc(set.value, publisherAt(desk));
  if (!isCleanText(doc.text)) return refuse('unclean_text');
  const same = await directory.get(doc._id);
  if (same?.doc['hash'] === doc.hash) return { ok: true, value: { level, version } };
  const known = versionsOfAreas(await directory.where('id').startsWith(PUBLISHED_AREAS).primaryKeys());
  if (version !== (known.get(level)?.[0]?.version ?? 0) + 1) return refuse('areas_version');
  const written = await writeOnce(desk, doc, {
    read: (there) => publishedAreasField.safeParse(there).data,
    refusals: { taken: 'areas_taken', refused: 'areas_refused' },
  });
  return written.ok ? { ok: true, value: { level, version } } : written;
}
