import { z } from 'zod';

import type { Remote } from '../remote/remote.ts';

const aDocument = z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null);
const row = z.looseObject({
  id: z.string(),
  seq: z.union([z.string(), z.number(), z.null()]).optional(),
  deleted: z.boolean().optional(),
  changes: z.array(z.looseObject({ rev: z.string() })),
  doc: aDocument.nullish(),
});
const page = z.looseObject({
  results: z.array(row),
  last_seq: z.union([z.string(), z.number()]),
  pending: z.int().min(0).nullish(),
});

/** One row of `_changes`: the document's winner and the revisions of all its leaves. */
export type ChangeRow = z.infer<typeof row>;

/** Which page of a database is asked for. `newestFirst`: from its end backwards, whatever `since` is. */
export type PageRequest = {
  readonly authorization: string;
  readonly db: string;
  readonly since: string;
  readonly limit: number;
  readonly newestFirst?: boolean;
};

/** A page as the server sent it. `since` is opaque; `pending` is the server's guess of what comes after, if it makes one. */
export type ChangesPage = {
  readonly rows: readonly ChangeRow[];
  readonly since: string;
  readonly pending: number | undefined;
};

/** Reads one page after `since` (opaque). `style=all_docs`: a document with more than one leaf shows all of them. */
export async function readChanges(remote: Remote, request: PageRequest): Promise<ChangesPage> {
  const { authorization, db, since, limit, newestFirst = false } = request;
  const query = new URLSearchParams({ style: 'all_docs', include_docs: 'true', limit: String(limit) });
  if (newestFirst) query.set('descending', 'true');
  else query.set('since', since);
  const answer = await remote.read(page, `/${db}/_changes?${query.toString()}`, { authorization });
  return { rows: answer.results, since: String(answer.last_seq), pending: answer.pending ?? undefined };
}

const openRevs = z.array(z.looseObject({ ok: z.record(z.string(), z.unknown()).optional() }));

/** Every leaf of a document as the server holds it, deleted ones included. */
export async function readLeaves(
  remote: Remote,
  authorization: string,
  db: string,
  id: string,
): Promise<Record<string, unknown>[]> {
  const answer = await remote.read(openRevs, `/${db}/${encodeURIComponent(id)}?open_revs=all&revs=true`, {
    authorization,
  });
  return answer.flatMap((leaf) => (leaf.ok === undefined ? [] : [leaf.ok]));
}

const revisions = z.looseObject({ start: z.int(), ids: z.array(z.string()) });

/**
 * Earlier revisions of the given leaves, as far as the server still holds their bodies. An event has one revision; where
 * somebody wrote a child over it, its true body stands behind the leaf until the server compacts.
 */
export async function readAncestors(
  remote: Remote,
  authorization: string,
  db: string,
  leaves: readonly Record<string, unknown>[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (const leaf of leaves) {
    const history = revisions.safeParse(leaf['_revisions']);
    if (!history.success) continue;
    const { start, ids } = history.data;
    for (const [age, id] of ids.entries()) {
      if (age === 0) continue;
      const rev = `${String(start - age)}-${id}`;
      const path = `/${db}/${encodeURIComponent(String(leaf['_id']))}?rev=${rev}`;
      const response = await remote.fetch(path, { authorization });
      if (response.ok) found.push((await response.json()) as Record<string, unknown>);
    }
  }
  return found;
}
