import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Hub } from '../../scripts/hub/start.ts';
import { aPhotoFile } from '../faults/office/photoFile.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aHub, aNotice, openCase, registerShop } from './world.ts';

let hub: Hub;
let officer: TestWorker;

beforeAll(async () => {
  hub = await aHub();
  officer = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  await officer.sync(); // numbers for its documents
});

afterAll(async () => {
  await officer.close();
  await hub.close();
});

it('the worker refuses a service without its records, whatever the screen let through, and keeps the time that was said', async () => {
  const caseId = await openCase(officer, await registerShop(officer));
  const { document } = await officer.do('notice.issue', aNotice(officer, caseId));
  const { sha256 } = await officer.do('photo.import', { file: aPhotoFile('IMG_9.heic'), name: 'IMG_9.heic' });
  const said = { caseId, document, receiver: '示例经营者', relation: '本人', place: '示例路 1 号' } as const;
  const serve = (more: object) =>
    officer.send('notice.serve', { ...said, mode: 'left', photos: [], second: officer.second('lin.fang'), ...more });
  const refused = (code: string, subject?: string) => ({
    ok: false,
    error: { code, ...(subject === undefined ? {} : { subject }) },
  });
  expect(await serve({ refusalReason: '拒收' })).toMatchObject(refused('witness_or_media_missing'));
  expect(await serve({ witness: '示例社区' })).toMatchObject(refused('witness_or_media_missing'));
  expect(await serve({ mode: 'post', photos: [sha256] })).toMatchObject(
    refused('service_record_missing', 'trackingNo'),
  );
  expect(await serve({ mode: 'electronic', eAddress: 'a@example.com', photos: [sha256] })).toMatchObject(
    refused('no_electronic_consent'),
  );
  expect(await serve({ mode: 'announcement', photos: [sha256] })).toMatchObject(
    refused('service_record_missing', 'ground'),
  );
  const tomorrow = new Date(officer.ctx.clock.nowMs() + 86_400_000).toISOString();
  const left = { refusalReason: '拒收', witness: '示例社区' };
  expect(await serve({ ...left, servedAt: tomorrow })).toMatchObject(refused('in_future'));

  const servedAt = officer.ctx.clock.nowIso();
  expect(await serve({ ...left, servedAt })).toMatchObject({ ok: true });
  const row = await officer.ctx.db.cases.get(caseId);
  expect(row?.documents.at(-1)?.served).toMatchObject({ mode: 'left', at: servedAt });
  expect(row?.stage).toBe('notice_served');

  // The signed receipt comes back: it is kept, and is no evidence.
  const receipt = row?.timeline.at(-1)?.event ?? '';
  await officer.do('paper.scan', { caseId, kind: 'D30', event: receipt, photos: [sha256] });
  const after = await officer.ctx.db.cases.get(caseId);
  expect(after?.scans).toEqual([{ paper: 'D30', of: receipt, photos: [sha256] }]);
  expect(after?.photos).not.toContain(sha256);
  expect(await officer.send('paper.scan', { caseId, kind: 'D30', event: 'nothing', photos: [sha256] })).toMatchObject(
    refused('unknown_record'),
  );
});
