import { z } from 'zod';

import type { Checklist } from '../inspection/checklist.ts';
import { checklistText } from '../inspection/checklistText.ts';
import { readChecklist } from '../inspection/readChecklist.ts';
import { sha256Text } from '../kernel/hash.ts';
import { err, ok, type Result } from '../kernel/result.ts';

import type { Catalogue } from './catalogue.ts';
import {
  besideFiles,
  faultOf,
  publishedField,
  readSealed,
  versionBeside,
  type PublishedProblem,
  type Publisher,
} from './published.ts';

/** What the ids of published checklists begin with. */
export const PUBLISHED_CHECKLISTS = 'checklist:';

/** A version of a checklist as published; `text` is the `checklistText`. */
export const publishedChecklistField = publishedField.extend({
  kind: z.literal('checklist'),
  checklist: z.string(),
  text: z.string().max(400_000),
});
/** See `publishedChecklistField`. */
export type PublishedChecklist = z.infer<typeof publishedChecklistField>;

/** The document that publishes a checklist. */
export function publishedDoc(checklist: Checklist, { by, device, org, publishedAt }: Publisher): PublishedChecklist {
  const text = checklistText(checklist);
  return {
    _id: `${PUBLISHED_CHECKLISTS}${checklist.id}:${String(checklist.version)}`,
    kind: 'checklist',
    checklist: checklist.id,
    version: checklist.version,
    text,
    hash: sha256Text(text),
    by,
    device,
    org,
    publishedAt,
  };
}

/** The version that a checklist has to have to be published next: one more than the highest that is known. */
export function nextVersion(checklists: readonly Checklist[], id: string): number {
  return checklists.reduce((next, list) => (list.id === id && list.version >= next ? list.version + 1 : next), 1);
}

/** Reads such a document; refused with a reason when it is not what it says, or a form that cannot be filled. */
export function readPublished(
  doc: unknown,
): Result<{ readonly doc: PublishedChecklist; readonly checklist: Checklist }, string> {
  const sealed = readSealed(publishedChecklistField, doc);
  if (!sealed.ok) return sealed;
  const { _id, checklist: id, version, text } = sealed.value;
  const list = readChecklist(text);
  if (!list.ok) return err(faultOf(list.error));
  const isIts = list.value.id === id && list.value.version === version;
  if (!isIts || _id !== `${PUBLISHED_CHECKLISTS}${id}:${String(version)}`)
    return err('its text is of another checklist');
  return ok({ doc: sealed.value, checklist: list.value });
}

/**
 * The files with what was published since. Where a file has the same id and version, it stays; one that says something else
 * there, and one that cannot be used, are named. The version of the catalogue speaks for both.
 */
export function withPublished(
  files: Catalogue,
  docs: readonly { readonly id: string; readonly doc: unknown }[],
): { readonly catalogue: Catalogue; readonly problems: readonly PublishedProblem[] } {
  const { used, problems } = besideFiles(docs, readPublished, ({ checklist: { id, version } }) => {
    const file = files.checklists.find((list) => list.id === id && list.version === version);
    return file && checklistText(file);
  });
  if (used.length === 0) return { catalogue: files, problems };
  return {
    catalogue: {
      ...files,
      version: versionBeside(files.version, used),
      checklists: [...files.checklists, ...used.map(({ checklist }) => checklist)],
      published: used.map(({ checklist: { id, version }, doc: { by, publishedAt: at } }) => {
        return { checklist: id, version, by, at };
      }),
    },
    problems,
  };
}
