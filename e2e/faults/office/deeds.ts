import { aNotice, anInspection, aShop, matterOf } from '../../integration/world.ts';

import type { Desk } from './desk.ts';
import { aPhotoFile } from './photoFile.ts';

/** What a person can do with a device; `pick` chooses among what the device knows. */
export const DEEDS = ['register', 'inspect', 'open', 'fix', 'issue', 'serve', 'void', 'return', 'accept'] as const;
/** See `DEEDS`. */
export type DeedName = (typeof DEEDS)[number];

type Refusal = string | undefined;

/** Does one thing; answers the code when the app refused it, `nothing` when there was nothing to do it with. */
export async function takeDeed(desk: Desk, name: DeedName, pick: number): Promise<Refusal> {
  if (name === 'register') return register(desk, pick);
  if (name === 'inspect' || name === 'open') return atSite(desk, name, pick);
  return atCase(desk, name, pick);
}

async function register(desk: Desk, pick: number): Promise<Refusal> {
  const answer = await desk.worker.send('site.register', aShop(`示例店 ${String(pick)}`));
  return desk.note(answer, ({ siteId }) => ({ stream: [`site:${siteId}`] }));
}

async function atSite(desk: Desk, name: 'inspect' | 'open', pick: number): Promise<Refusal> {
  const { worker } = desk;
  const org = worker.ctx.session.profile?.org;
  const sites = (await worker.ctx.db.sites.toArray()).filter((site) => site.org === org);
  const site = sites[pick % Math.max(1, sites.length)];
  if (site === undefined) return 'nothing';
  const shots = await takePhotos(desk, pick % 3);
  if (shots === undefined) return 'role_forbidden';
  const photos = shots.map((sha256) => ({ sha256, purpose: 'scene' as const }));
  if (name === 'inspect') {
    const { id } = await worker.do('draft.newId', {});
    const answer = await worker.send('inspection.submit', {
      draft: id,
      content: anInspection(worker, site.id),
      photos,
    });
    return desk.note(answer, ({ inspectionId }) => ({ stream: [`inspection:${inspectionId}`], photo: shots }));
  }
  const findings = [{ matter: matterOf(worker), description: '示例', photos: [] }];
  const second = worker.second(desk.colleague);
  const answer = await worker.send('case.open', { siteId: site.id, findings, facts: '示例', photos, second });
  return desk.note(answer, ({ caseId }) => ({ stream: [`case:${caseId}`], photo: shots }));
}

async function atCase(desk: Desk, name: Exclude<DeedName, 'register' | 'inspect' | 'open'>, pick: number) {
  const { worker } = desk;
  const cases = await worker.ctx.db.cases.toArray();
  const row = cases[pick % Math.max(1, cases.length)];
  if (row === undefined) return 'nothing';
  const caseId = row.id;
  const second = worker.second(desk.colleague);
  const document = row.documents[0]?.document;
  switch (name) {
    case 'issue':
      return desk.note(
        await worker.send('notice.issue', { ...aNotice(worker, caseId), second }),
        ({ document: issued }) => ({ document: [issued] }),
      );
    case 'return':
      return desk.note(await worker.send('supervision.return', { caseId, reason: '示例' }), () => ({}));
    case 'accept':
      return desk.note(await worker.send('supervision.accept', { caseId, note: '' }), () => ({}));
    case 'fix': {
      const shots = await takePhotos(desk, 2);
      if (shots === undefined) return 'role_forbidden';
      const input = { caseId, before: shots.slice(0, 1), after: shots.slice(1), note: '', second };
      return desk.note(await worker.send('case.fixOnSite', input), () => ({ photo: shots }));
    }
    case 'void':
      if (document === undefined) return 'nothing';
      return desk.note(await worker.send('number.void', { caseId, document, reason: '示例' }), () => ({}));
    case 'serve': {
      if (document === undefined) return 'nothing';
      const received = { receiver: '示例经营者', relation: '本人', place: '示例路 1 号', photos: [] };
      return desk.note(
        await worker.send('notice.serve', { caseId, document, mode: 'direct', ...received, second }),
        () => ({}),
      );
    }
  }
}

/** Takes photos into the device; their hashes, or undefined when this person may not. */
async function takePhotos(desk: Desk, count: number): Promise<string[] | undefined> {
  const hashes: string[] = [];
  for (let shot = 0; shot < count; shot += 1) {
    const name = desk.nextPhoto();
    const answer = await desk.worker.send('photo.import', { file: aPhotoFile(name), name: 'IMG.heic' });
    if (answer.ok) hashes.push(answer.value.sha256);
    else if (answer.error.code === 'role_forbidden' || answer.error.code === 'role_lost') return undefined;
    else throw new Error(`photo refused: ${JSON.stringify(answer.error)}`);
  }
  return hashes;
}
