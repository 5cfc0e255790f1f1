import { z } from 'zod';

import type { Checklist } from '../inspection/checklist.ts';
import { checklistText } from '../inspection/checklistText.ts';
import { readChecklist } from '../inspection/readChecklist.ts';
import { sha256Text } from '../kernel/hash.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isCleanText } from '../kernel/text.ts';

import type { Catalogue, Publishing } from './catalogue.ts';
import { issueOf, publishedShape, type PublishedProblem, type Publisher } from './publishedDocument.ts';

/** What the ids of published checklists begin with. */
export const PUBLISHED = 'checklist:';

/** A version of a checklist that an administrator published: a document of `bureau`, written once and never changed. */
export const publishedField = publishedShape.extend({ kind: z.literal('checklist'), checklist: z.string() });
/** See `publishedField`. */
export type PublishedChecklist = z.infer<typeof publishedField>;

/** The document that publishes a checklist. */
export function publishedDoc(checklist: Checklist, { by, device, org, publishedAt }: Publisher): PublishedChecklist {
  const text = checklistText(checklist);
  return {
    _id: `${PUBLISHED}${checklist.id}:${String(checklist.version)}`,
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
  const read = publishedField.safeParse(doc);
  if (!read.success) return err(issueOf(read.error));
  const { _id, checklist: id, version, text, hash } = read.data;
  if (sha256Text(text) !== hash || !isCleanText(text)) return err('its text does not match its hash');
  const list = readChecklist(text);
  if (!list.ok) {
    const [fault] = list.error;
    return err(`${fault?.place ?? ''}: ${fault?.code ?? ''} ${fault?.subject ?? ''}`.trim());
  }
  const isIts = list.value.id === id && list.value.version === version;
  if (!isIts || _id !== `${PUBLISHED}${id}:${String(version)}`) return err('its text is of another checklist');
  return ok({ doc: read.data, checklist: list.value });
}

/**
 * The files with what was published since. Where a file has the same id and version, it stays; one that says something else
 * there, and one that cannot be used, are named. The version of the catalogue speaks for both.
 */
export function withPublished(
  files: Catalogue,
  docs: readonly { readonly id: string; readonly doc: unknown }[],
): { readonly catalogue: Catalogue; readonly problems: readonly PublishedProblem[] } {
  const problems: PublishedProblem[] = [];
  const checklists: Checklist[] = [...files.checklists];
  const published: Publishing[] = [];
  const used: string[] = [];
  for (const { id, doc } of docs.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const read = readPublished(doc);
    if (!read.ok) {
      problems.push({ id, reason: read.error });
      continue;
    }
    const { checklist } = read.value;
    const file = files.checklists.find((list) => list.id === checklist.id && list.version === checklist.version);
    if (file !== undefined) {
      if (checklistText(file) !== read.value.doc.text) problems.push({ id, reason: 'a file has this version' });
      continue;
    }
    checklists.push(checklist);
    const { by, publishedAt: at, hash } = read.value.doc;
    published.push({ checklist: checklist.id, version: checklist.version, by, at });
    used.push(hash);
  }
  if (used.length === 0) return { catalogue: files, problems };
  const version = sha256Text(JSON.stringify([files.version, ...used])).slice(0, 12);
  return { catalogue: { ...files, version, checklists, published }, problems };
}
