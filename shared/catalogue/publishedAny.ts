import { err, ok, type Result } from '../kernel/result.ts';

import { readPublishedAreas } from './publishedAreas.ts';
import { readPublished } from './publishedChecklist.ts';
import type { PublishedDocument } from './publishedDocument.ts';

/** Reads a published document of any kind; refused with a reason when it is not what it says. */
export function readPublishedAny(doc: unknown): Result<PublishedDocument, string> {
  const kind = typeof doc === 'object' && doc !== null ? (doc as Readonly<Record<string, unknown>>)['kind'] : undefined;
  const read = kind === 'areas' ? readPublishedAreas(doc) : readPublished(doc);
  return read.ok ? ok(read.value.doc) : err(read.error);
}
