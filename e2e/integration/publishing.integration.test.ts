import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { findChecklist } from '#shared/catalogue/find.ts';
import { publishedDoc, publishedField } from '#shared/catalogue/publishedChecklist.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { fillChecklist } from '#shared/testing/fillChecklist.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { ask } from './records.ts';
import { RestorableHub } from './restorable.ts';
import { registerShop } from './world.ts';

const FILE = new URL('../../resources/catalogue/checklists/menqian-sanbao.v1.json', import.meta.url);
const V1 = JSON.parse(readFileSync(FILE, 'utf8')) as Checklist;
const CHECKED = V1.sections.find(({ items }) => items.some(({ kind }) => kind === 'check'));

/** A version with one item more. */
function version(n: number, changes: Partial<Checklist> = {}): Checklist {
  const sections = V1.sections.map((section) => {
    const check = section.items.find(({ kind }) => kind === 'check');
    return section.id === CHECKED?.id && check !== undefined
      ? { ...section, items: [...section.items, { ...check, code: 'Z99', text: '门口整洁' }] }
      : section;
  });
  return { ...V1, version: n, sections, ...changes };
}

function textOf(list: Checklist): string {
  return JSON.stringify(list);
}

function firstRevision(digit: string): Record<string, unknown> {
  const hash = digit.repeat(32);
  return { _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] } };
}

let hub: RestorableHub;
let officer: TestWorker;
let admin: TestWorker;

beforeEach(async () => {
  hub = await RestorableHub.start();
  officer = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  admin = await aWorker({ hub, user: 'admin' });
});
afterEach(async () => {
  await officer.close();
  await admin.close();
  await hub.close();
});

/** Submits a filled inspection by a version; the answer's code, or `ok`. */
async function inspect(worker: TestWorker, list: Checklist): Promise<string> {
  const siteId = await registerShop(worker);
  const { id, now } = await worker.do('draft.newId', {});
  const content = { checklist: list.id, checklistVersion: list.version, siteId, startedAt: now, note: '' };
  const answer = await worker.send('inspection.submit', {
    draft: id,
    content: { ...content, answers: [...fillChecklist(list)] },
    photos: [],
  });
  return answer.ok ? 'ok' : answer.error.code;
}

describe('a published checklist', () => {
  it('is used by the publisher at once, and by others from their next sync on, without a restart and after one', async () => {
    expect(await admin.do('checklist.publish', { text: textOf(version(2)) })).toEqual({
      checklist: V1.id,
      version: 2,
    });
    expect(findChecklist(admin.ctx.catalogue, V1.id)?.version).toBe(2);
    expect(admin.ctx.catalogue.published).toMatchObject([{ checklist: V1.id, version: 2, by: 'admin' }]);
    const before = officer.ctx.catalogue.version;
    expect(await inspect(officer, version(2))).toBe('unknown_checklist');
    await officer.sync();
    expect(findChecklist(officer.ctx.catalogue, V1.id)).toEqual(version(2));
    expect(officer.ctx.catalogue.version).not.toBe(before);
    expect((await officer.ctx.db.meta.get('catalogueVersion'))?.value).toBe(officer.ctx.catalogue.version);
    expect(await inspect(officer, version(2))).toBe('ok');
    expect(await inspect(officer, V1)).toBe('ok');
    await officer.reopen();
    expect(findChecklist(officer.ctx.catalogue, V1.id)?.version).toBe(2);
  });

  it('is kept with the journal where the store is lost without a network', async () => {
    await admin.do('checklist.publish', { text: textOf(version(2)) });
    await officer.sync();
    await officer.crashAndWipe();
    await officer.reopen();
    expect(findChecklist(officer.ctx.catalogue, V1.id)).toEqual(version(2));
  });

  it('is written once: the same again is done, another is refused, and the server keeps what it has', async () => {
    await admin.do('checklist.publish', { text: textOf(version(2)) });
    expect(await admin.send('checklist.publish', { text: textOf(version(2)) })).toMatchObject({ ok: true });
    const changed = textOf(version(2, { name: '别的' }));
    expect(await admin.send('checklist.publish', { text: changed })).toMatchObject({
      error: { code: 'checklist_version', subject: '3' },
    });
    // As a second administrator who has not synced, and one whose answer was lost.
    await admin.ctx.db.directory.delete(`checklist:${V1.id}:2`);
    await admin.ctx.shelf.news();
    expect(await admin.send('checklist.publish', { text: changed })).toMatchObject({
      error: { code: 'checklist_taken' },
    });
    expect(await admin.send('checklist.publish', { text: textOf(version(2)) })).toMatchObject({ ok: true });
    expect(await ask(hub, 'GET', `/bureau/checklist:${V1.id}:2`)).toMatchObject({ by: 'admin', kind: 'checklist' });
  });

  it('is refused when it is faulty, not valid yet, of another version, or of somebody who is no administrator', async () => {
    const code = async (worker: TestWorker, list: Checklist): Promise<string> => {
      const answer = await worker.send('checklist.publish', { text: textOf(list) });
      return answer.ok ? 'ok' : answer.error.code;
    };
    const first = CHECKED;
    expect(await code(admin, version(2, { sections: first === undefined ? [] : [first, first] }))).toBe(
      'checklist_faulty',
    );
    expect(await code(admin, version(2, { validFrom: '2999-01-01' }))).toBe('checklist_not_yet');
    expect(await code(admin, version(3))).toBe('checklist_version');
    expect(await code(admin, version(2, { id: 'quite-new' }))).toBe('checklist_version');
    expect(await code(officer, version(2))).toBe('role_forbidden');
    expect(await code(admin, version(1, { id: 'quite-new' }))).toBe('ok');
  });

  it('that contradicts what came first, or is none, is named and not used', async () => {
    await admin.do('checklist.publish', { text: textOf(version(2)) });
    await officer.sync();
    const id = `checklist:${V1.id}:2`;
    const doc = (await officer.ctx.db.directory.get(id))?.doc ?? {};
    // A leaf beside the first one, as only an account of the server's administrators can put it.
    const other = publishedDoc(version(2, { name: '别的' }), publishedField.parse(doc));
    const second = { ...other, ...firstRevision('f') };
    const third = {
      ...publishedDoc(version(3), publishedField.parse(doc)),
      hash: 'f'.repeat(64),
      ...firstRevision('a'),
    };
    const put = await ask(hub, 'POST', '/bureau/_bulk_docs', { new_edits: false, docs: [second, third] });
    expect(put).toEqual([]);
    await officer.sync();
    expect(findChecklist(officer.ctx.catalogue, V1.id)).toEqual(version(2));
    const problems = (await officer.ctx.db.meta.get('problems'))?.value as readonly { readonly code: string }[];
    expect(problems.filter(({ code }) => code !== 'key_file')).toMatchObject([
      { code: 'forgery', subject: id },
      { code: 'checklist_unusable', subject: `checklist:${V1.id}:3` },
    ]);
  });

  it('comes back from its author’s device to a server that was restored from a backup', async () => {
    await admin.sync();
    await hub.backUp();
    await admin.do('checklist.publish', { text: textOf(version(2)) });
    await admin.sync();
    await hub.restore();
    await admin.sync();
    await admin.sync();
    await officer.sync();
    expect(findChecklist(officer.ctx.catalogue, V1.id)).toEqual(version(2));
  });

  it('judges also the inspections that came before it did', async () => {
    const proof = {
      measure: 'shops-seen',
      when: { when: 'answer', item: 'Z99', isOneOf: ['pass'] },
    } satisfies NonNullable<Checklist['proofs']>[number];
    const list = version(2, { proofs: [proof] });
    await admin.do('checklist.publish', { text: textOf(list) });
    await officer.sync();
    expect(await inspect(officer, list)).toBe('ok');
    const proves = async (): Promise<unknown> => (await officer.ctx.db.inspections.toArray()).map((row) => row.proves);
    expect(await proves()).toEqual([['shops-seen']]);
    // As a device that has the record, and hears of the checklist later.
    const row = await officer.ctx.db.directory.get(`checklist:${V1.id}:2`);
    await officer.ctx.db.directory.delete(`checklist:${V1.id}:2`);
    await officer.ctx.shelf.news();
    await officer.ctx.projector.between(() => Promise.resolve());
    await officer.ctx.db.inspections.toCollection().modify({ proves: [], amounts: {} });
    if (row !== undefined) await officer.ctx.db.directory.put(row);
    await officer.ctx.shelf.news();
    await vi.waitFor(async () => expect(await proves()).toEqual([['shops-seen']]));
    expect(await officer.ctx.db.dirty.count()).toBe(0);
  });
});
