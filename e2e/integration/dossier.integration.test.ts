import { afterAll, beforeAll, expect, it } from 'vitest';

import { verifyDossier } from '#shared/documents/dossier/verify.ts';
import { readZip } from '#shared/documents/dossier/zip.ts';

import type { Hub } from '../../scripts/hub/start.ts';
import { aPhotoFile } from '../faults/office/photoFile.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aHub, aNotice, matterOf, openCase, registerShop } from './world.ts';

let hub: Hub;
let officer: TestWorker;
let colleague: TestWorker;

beforeAll(async () => {
  hub = await aHub();
  officer = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  await officer.sync(); // numbers for its documents
  colleague = await aWorker({ hub, user: 'zhou.min' });
});

afterAll(async () => {
  await officer.close();
  await colleague.close();
  await hub.close();
});

it('a dossier is exported only with every original; the one that is missing is named', async () => {
  const siteId = await registerShop(officer);
  const { sha256 } = await officer.do('photo.import', { file: aPhotoFile('IMG_7.heic'), name: 'IMG_7.heic' });
  const { caseId } = await officer.do('case.open', {
    siteId,
    findings: [{ matter: matterOf(officer), description: '示例', photos: [sha256] }],
    facts: '示例',
    photos: [{ sha256, purpose: 'scene' }],
    second: officer.second('lin.fang'),
  });
  await officer.do('notice.issue', aNotice(officer, caseId));
  await officer.syncRecords();
  await colleague.syncRecords();

  // The records are here; the photo and the printed notice wait on the device that made them.
  const early = await colleague.send('dossier.export', { caseId, order: 'norm' });
  expect(early).toMatchObject({ ok: false, error: { code: 'dossier_piece_missing' } });
  expect(early.ok ? '' : early.error.subject).toMatch(/责令限期改正通知书 .+号/);
  await officer.sync();
  const { zip, pieces } = await colleague.do('dossier.export', { caseId, order: 'time' });
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const verdict = verifyDossier(bytes);
  expect(verdict.parts.flatMap(({ findings }) => findings)).toEqual([]);
  expect(verdict.manifest).toMatchObject({ order: 'time', device: colleague.ctx.runtime.device });
  // The notice, and the sheet of evidence photos.
  expect(pieces).toBe(2);
  const original = new Uint8Array(await aPhotoFile('IMG_7.heic').arrayBuffer());
  expect(readZip(bytes).files.find(({ name }) => name.startsWith('photos/'))?.bytes).toEqual(original);
  expect(await colleague.ctx.db.meta.get('dossier')).toBeUndefined();
});

it('nothing is exported of a case without a document, or to nobody', async () => {
  const caseId = await openCase(officer, await registerShop(officer));
  expect(await officer.send('dossier.export', { caseId, order: 'norm' })).toMatchObject({
    error: { code: 'dossier_empty' },
  });
  await officer.do('session.lock', {});
  expect(await officer.send('dossier.export', { caseId, order: 'norm' })).toMatchObject({ ok: false });
});
