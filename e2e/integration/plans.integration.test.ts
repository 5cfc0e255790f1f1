import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { publishedProgramme } from '#shared/catalogue/publishedProgramme.ts';
import { programmeField, programmeOf, type Programme } from '#shared/programme/programme.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { ask } from './records.ts';
import { RestorableHub } from './restorable.ts';

const FILE = new URL('../../resources/catalogue/programmes/2024.json', import.meta.url);
const SHIPPED = programmeField.parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** A plan of a year, with another target of the sewers. */
function plan(year: number, version: number, target: number): Programme {
  const indicators = SHIPPED.indicators.map((one) => (one.id === 'sewers' ? { ...one, target } : one));
  return { ...SHIPPED, year, version, name: `示例计划${String(year)}`, indicators };
}

let hub: RestorableHub;
let clerk: TestWorker;
let admin: TestWorker;

beforeEach(async () => {
  hub = await RestorableHub.start();
  clerk = await aWorker({ hub, user: 'chen.wei' });
  admin = await aWorker({ hub, user: 'admin' });
});
afterEach(async () => {
  await clerk.close();
  await admin.close();
  await hub.close();
});

function targetIn({ ctx }: TestWorker, year: number): number | undefined {
  return programmeOf(ctx.catalogue.programmes, year)?.indicators.find(({ id }) => id === 'sewers')?.target;
}

async function publish(worker: TestWorker, wanted: Programme): Promise<string> {
  const answer = await worker.send('programme.publish', { text: JSON.stringify(wanted) });
  return answer.ok ? 'ok' : answer.error.code;
}

describe('a published plan', () => {
  it('is measured by at once, by others from their next sync on, and a later version replaces its targets', async () => {
    expect(targetIn(admin, 2026)).toBe(100_000);
    expect(await publish(admin, plan(2026, 1, 120_000))).toBe('ok');
    expect([targetIn(admin, 2026), targetIn(admin, 2025)]).toEqual([120_000, 100_000]);
    const before = clerk.ctx.catalogue.version;
    await clerk.sync();
    expect(targetIn(clerk, 2026)).toBe(120_000);
    expect((await clerk.ctx.db.meta.get('catalogueVersion'))?.value).not.toBe(before);
    expect(await publish(admin, plan(2026, 2, 90_000))).toBe('ok');
    await clerk.sync();
    expect(targetIn(clerk, 2026)).toBe(90_000);
    expect(clerk.ctx.catalogue.publishedProgrammes).toMatchObject([
      { year: 2026, version: 1, by: 'admin' },
      { year: 2026, version: 2, by: 'admin' },
    ]);
    expect(clerk.ctx.catalogue.programmes.filter(({ year }) => year === 2026)).toHaveLength(2);
    await clerk.crashAndWipe();
    await clerk.reopen();
    expect(targetIn(clerk, 2026)).toBe(90_000);
  });

  it('is written once, and refused when it is faulty, of another version, or of somebody who is no administrator', async () => {
    expect(await publish(clerk, plan(2026, 1, 1))).toBe('role_forbidden');
    expect(await publish(admin, plan(2026, 2, 1))).toBe('programme_version');
    expect(await publish(admin, plan(2024, 1, 1))).toBe('programme_version');
    expect(await publish(admin, { ...plan(2026, 1, 1), indicators: [] })).toBe('programme_faulty');
    expect(await publish(admin, plan(2026, 1, 120_000))).toBe('ok');
    expect(await publish(admin, plan(2026, 1, 120_000))).toBe('ok');
    await admin.ctx.db.directory.delete('programme:2026:1');
    await admin.ctx.shelf.news();
    expect(await publish(admin, plan(2026, 1, 7))).toBe('programme_taken');
    expect(await ask(hub, 'GET', '/bureau/programme:2026:1')).toMatchObject({ kind: 'programme', by: 'admin' });
  });

  it('that is not what it says is named and not used', async () => {
    const who = { by: 'admin', device: admin.ctx.runtime.device, org: 'hscg', publishedAt: '2026-01-01T00:00:00.000Z' };
    const doc = { ...publishedProgramme(plan(2026, 1, 5), who), hash: 'f'.repeat(64) };
    const hash = 'a'.repeat(32);
    const docs = [{ ...doc, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] } }];
    expect(await ask(hub, 'POST', '/bureau/_bulk_docs', { new_edits: false, docs })).toEqual([]);
    await clerk.sync();
    expect(targetIn(clerk, 2026)).toBe(100_000);
    const problems = (await clerk.ctx.db.meta.get('problems'))?.value as readonly { readonly code: string }[];
    expect(problems).toContainEqual(expect.objectContaining({ code: 'plan_unusable', subject: 'programme:2026:1' }));
  });
});
