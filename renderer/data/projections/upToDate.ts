import { RULES_VERSION } from '#shared/case/procedures/versions.ts';
import { ENVELOPE_VERSION } from '#shared/events/envelope.ts';
import { uuidv7 } from '#shared/kernel/uuid.ts';

import type { Context } from '../context.ts';
import { parseAgain } from '../feed/parseAgain.ts';
import type { XunzhiDatabase } from '../tables.ts';

import { judgedBy, judgedVersion, type JudgedBy } from './judgedBy.ts';

/**
 * Each store folds all its streams once more when this changes: the first number is to be raised with every change of what
 * projections hold; new rules may judge what a case named already and could not be read by.
 */
export const PROJECTIONS_VERSION = `9|${String(RULES_VERSION)}`;

/** Of the cases opened within these 30 days nobody should see an old row for long. */
const RECENT_MS = 30 * 24 * 60 * 60 * 1000;

/** After every id. */
const END = '\uffff';

const KEYS = { projections: 'projectionsVersion', parsed: 'parsedBy' } as const;

/**
 * After an update of the app or of the bureau's holidays: parses the quarantine again and marks every stream when projections
 * changed, or what of the catalogue they are folded by. Whatever is dirty then, or was left so by a crash, is folded in the
 * background.
 */
export async function bringUpToDate(ctx: Context): Promise<void> {
  const { db } = ctx;
  const parsedBy = [ctx.runtime.version, ENVELOPE_VERSION, RULES_VERSION].join('|');
  if ((await db.meta.get(KEYS.parsed))?.value !== parsedBy) {
    await parseAgain(ctx);
    await db.meta.put({ key: KEYS.parsed, value: parsedBy });
  }
  const projectedBy = versionOf(judgedBy(ctx.catalogue));
  if ((await db.meta.get(KEYS.projections))?.value !== projectedBy)
    await rebuild(db, projectedBy, ctx.clock.nowMs() - RECENT_MS);
  if ((await db.dirty.count()) > 0) inBackground(ctx, () => ctx.projector.drain());
}

/**
 * A checklist was published while the app runs, and `before` is what was judged by until then: its inspections that came first
 * are folded again. Should that not come to its end, everything is folded at the next start.
 */
export function foldProven(ctx: Context, before: JudgedBy): void {
  const by = judgedBy(ctx.catalogue);
  const [old, now] = [versionOf(before), versionOf(by)];
  if (old === now) return;
  const keys = before.checklists.map(keyOf);
  const added = new Set(by.checklists.map(keyOf).filter((key) => !keys.includes(key)));
  const mark = (): Promise<void> => markInspections(ctx.db, added, old, now);
  inBackground(ctx, async () => {
    await ctx.projector.between(mark);
    await ctx.projector.drain();
  });
}

async function markInspections(
  { dirty, inspections, meta }: XunzhiDatabase,
  added: ReadonlySet<string>,
  old: string,
  now: string,
): Promise<void> {
  const of = await inspections
    .filter(({ checklist, checklistVersion }) => added.has(keyOf({ id: checklist, version: checklistVersion })))
    .primaryKeys();
  await dirty.db.transaction('rw', [dirty, meta], async () => {
    if ((await meta.get(KEYS.projections))?.value !== old) return;
    if (of.length > 0) await dirty.add({ streams: of.map((id) => `inspection:${id}`) });
    await meta.put({ key: KEYS.projections, value: now });
  });
}

function keyOf({ id, version }: { readonly id: string; readonly version: number }): string {
  return `${id}.v${String(version)}`;
}

function versionOf(by: JudgedBy): string {
  return `${PROJECTIONS_VERSION}|${judgedVersion(by)}`;
}

function inBackground(ctx: Context, work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    // The marks are still there: the next pull or start goes on.
    void ctx.report({ code: 'write_failed', subject: 'projections', detail: String(error) }).catch(() => undefined);
  });
}

/**
 * Marks every stream as dirty, in the transaction that notes by what they are folded now. The cases opened since `fromMs`
 * are folded first.
 */
export async function rebuild(db: XunzhiDatabase, projectedBy: string, fromMs: number): Promise<void> {
  const recent = `case:${uuidv7(Math.max(0, fromMs), new Uint8Array(10))}`;
  await db.transaction('rw', [db.dirty, db.meta], async () => {
    // What an earlier rebuild left is in these.
    await db.dirty.filter(({ range }) => range !== undefined).delete();
    await db.dirty.add({ streams: [], range: { after: '', to: recent } });
    await db.dirty.add({ streams: [], range: { after: recent, to: END } });
    await db.meta.put({ key: KEYS.projections, value: projectedBy });
  });
}
