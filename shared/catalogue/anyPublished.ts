import { ok, type Result } from '../kernel/result.ts';

import type { Published } from './published.ts';
import { PUBLISHED_AREAS, readPublishedAreas } from './publishedAreas.ts';
import { readPublished } from './publishedChecklist.ts';
import { PUBLISHED_PROGRAMMES, readPublishedProgramme } from './publishedProgramme.ts';

/** Reads a published document of whatever kind; refused with a reason when it is not what its id says, or cannot be used. */
export function readAnyPublished(id: string, doc: unknown): Result<Published, string> {
  const read = readerOf(id)(doc);
  return read.ok ? ok(read.value.doc) : read;
}

function readerOf(id: string): (doc: unknown) => Result<{ readonly doc: Published }, string> {
  if (id.startsWith(PUBLISHED_AREAS)) return readPublishedAreas;
  return id.startsWith(PUBLISHED_PROGRAMMES) ? readPublishedProgramme : readPublished;
}
