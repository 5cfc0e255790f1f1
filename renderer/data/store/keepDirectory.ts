import { z } from 'zod';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { readPublishedAny } from '#shared/catalogue/publishedAny.ts';
import { PUBLISHED_PREFIXES } from '#shared/catalogue/publishedDocument.ts';
import { canonicalJson } from '#shared/kernel/canonicalJson.ts';

import type { Context } from '../context.ts';
import type { DirectoryRow } from '../tables.ts';

const NOTE = 'directory:';
const cardBody = z.object({ id: z.string(), doc: z.record(z.string(), z.unknown()) });
/** What the journal has of each card, as text; known from the replay on. */
const noted = new WeakMap<Context['db'], Map<string, string>>();

/**
 * Keeps in the journal what the work of this device needs of the directory: its own card (whether it is approved or
 * revoked), the organisation, whoever has signed in here, and what was published. A store that is lost without a network can then issue
 * documents as before. Written only when one of them has changed.
 */
export async function keepDirectory(ctx: Context): Promise<void> {
  const org = ctx.session.profile?.org;
  if (org === undefined) return;
  const known = noted.get(ctx.db) ?? new Map<string, string>();
  noted.set(ctx.db, known);
  const { users } = await ctx.port.call('vault.list', {});
  const ids = [`device:${ctx.runtime.device}`, `org:${org}`, ...users.map(({ user }) => `user:${user}`)];
  const rows = (await ctx.db.directory.bulkGet(ids)).flatMap((row) => row ?? []);
  const changed = [...rows, ...(await newlyPublished(ctx, known))].filter(
    (row) => known.get(row.id) !== canonicalJson(row.doc),
  );
  if (changed.length === 0) return;
  const entries = changed.map(({ id, doc }): JournalEntry => ({ kind: 'note', key: NOTE + id, body: { id, doc } }));
  await ctx.port.call('journal.append', { entries });
  for (const { id, doc } of changed) known.set(id, canonicalJson(doc));
}

/** Published documents never change, so each is looked at once; what cannot be used is not kept. */
async function newlyPublished(ctx: Context, known: ReadonlyMap<string, string>): Promise<DirectoryRow[]> {
  const ids = await ctx.db.directory
    .where('id')
    .startsWithAnyOf(...PUBLISHED_PREFIXES)
    .primaryKeys();
  const rows = await ctx.db.directory.bulkGet(ids.filter((id) => !known.has(id)));
  return rows.flatMap((row) => {
    const read = readPublishedAny(row?.doc);
    return read.ok ? [{ id: read.value._id, doc: { ...read.value } }] : [];
  });
}

/** Puts back what a lost store had of the directory; what is there is as new or newer. */
export async function replayDirectory(ctx: Context, entries: readonly JournalEntry[]): Promise<void> {
  const cards = entries.flatMap(({ kind, key, body }) => {
    const card = kind === 'note' && key.startsWith(NOTE) ? cardBody.safeParse(body) : undefined;
    return card?.success === true ? [card.data] : [];
  });
  noted.set(ctx.db, new Map(cards.map(({ id, doc }) => [id, canonicalJson(doc)])));
  const there = await ctx.db.directory.bulkGet(cards.map(({ id }) => id));
  await ctx.db.directory.bulkPut(cards.filter((_, index) => there[index] === undefined));
}
