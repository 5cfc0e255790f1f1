import type { CommandInput } from '#renderer/data/protocol.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findChecklist } from '#shared/catalogue/find.ts';
import { fillChecklist } from '#shared/testing/fillChecklist.ts';

import type { Goal } from '../../../scripts/report/report.ts';
import { shopPhoto } from '../../fixtures/photos.ts';
import type { ServerAccount } from '../../fixtures/server.ts';
import { command, dataWorkerOf, importLargePhoto } from '../../fixtures/workerCommands.ts';
import type { SignedIn } from '../../fixtures/world.ts';

/** What a phone's photo weighs, in bytes. */
export const PHOTO_BYTES = 5_000_000;
/** How many photos wait when the command line does not say. */
export const PHOTOS = 100;

/** Goals of speed hold for all of them: with a few photos and records one pause of the machine decides. */
export function speedGoal(count: number, goal: Goal): { readonly goal?: Goal } {
  return count < PHOTOS ? {} : { goal };
}

/** How many of these photos the server does not show with all their bytes. */
export async function lostPhotos(admin: ServerAccount, photos: readonly string[]): Promise<number> {
  const database = `/evidence-hsg-${String(new Date().getFullYear())}`;
  const answer = (await admin.request('POST', `${database}/_all_docs?include_docs=true`, {
    keys: photos.map((sha256) => `photo:${sha256}`),
  })) as { readonly rows: readonly StoredRow[] };
  const whole = answer.rows.filter(({ doc }) => (doc?._attachments?.body?.length ?? 0) >= PHOTO_BYTES * 0.99);
  return photos.length - whole.length;
}

type StoredRow = {
  readonly doc?: { readonly _attachments?: { readonly body?: { readonly length: number } } } | null;
};

/** A shop as the register takes it. */
export const SHOP = {
  operator: '示例经营者',
  address: '示例路 9 号',
  division: '420202',
  street: '420202005',
} as const;

/** Photos taken in and not yet part of a record: nothing of them goes to the server. */
export async function takePhotos({ page }: SignedIn, count: number): Promise<readonly string[]> {
  const worker = await dataWorkerOf(page);
  await command(worker, 'draft.newId', {});
  const photos: string[] = [];
  for (let index = 0; index < count; index += 1) photos.push(await importLargePhoto(worker, shopPhoto(), PHOTO_BYTES));
  return photos;
}

/** Makes the photos part of an inspection: from now on they wait for the server. */
export async function submitPhotos({ page }: SignedIn, photos: readonly string[]): Promise<void> {
  const worker = await dataWorkerOf(page);
  const { siteId } = await command(worker, 'site.register', { ...SHOP, name: '示例照片店' });
  const { id, now } = await command(worker, 'draft.newId', {});
  const content = filled(await command(worker, 'catalogue.read', {}), siteId, now);
  const uses = photos.map((sha256) => ({ sha256, purpose: 'scene' as const }));
  await command(worker, 'inspection.submit', { draft: id, content, photos: uses });
}

/** 门前三包 filled by an officer who found nothing. */
function filled(catalogue: Catalogue, siteId: string, startedAt: string): CommandInput<'inspection.submit'>['content'] {
  const checklist = findChecklist(catalogue, 'menqian-sanbao');
  if (checklist === undefined) throw new Error('the checklist is missing');
  const answers = [...fillChecklist(checklist)];
  return { checklist: checklist.id, checklistVersion: checklist.version, siteId, startedAt, answers, note: '' };
}
