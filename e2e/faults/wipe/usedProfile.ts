import type { Page } from '@playwright/test';

import { DATABASE_NAME, type BlobRow, type MetaRow } from '#renderer/data/tables.ts';

import { photoFile } from '../../fixtures/photos.ts';
import { readRows } from '../../fixtures/store.ts';
import { launchAs, relaunchAs } from '../../fixtures/world.ts';
import { Line } from '../../integration/line.ts';
import { Ledger } from '../check/ledger.ts';
import type { Kind } from '../kill/ledger.ts';
import type { Place } from '../place.ts';

const SITE = { operator: '示例经营者', address: '示例路 9 号', division: '黄石港区', street: '沈家营' } as const;

/** A profile with work that no server has, and its line to the server, which is down: what was acknowledged, the photos' keys, the id of its store. */
export type UsedProfile = {
  readonly folder: string;
  readonly line: Line;
  readonly ledger: Ledger<Kind>;
  readonly photos: readonly string[];
  readonly store: string;
};

/** Somebody works without network over two starts: shops, an inspection with a photo, half a form with another photo. */
export async function aUsedProfile(
  place: Place,
  tookPart: (app: Awaited<ReturnType<typeof launchAs>>) => Promise<void>,
): Promise<UsedProfile> {
  const line = await Line.to(place.url);
  const ledger = new Ledger<Kind>();
  const first = await launchAs('officer', { server: line.url });
  await tookPart(first);
  await first.shell.isInSync();
  line.down();
  const [shop, other, third] = ['示例甲店', '示例乙店', '示例丙店'] as const;
  await (await first.shell.newSite()).register({ ...SITE, name: shop });
  const done = await first.shell.startInspection(shop, shop);
  await done.choose('X1', '零售');
  await done.answer('H1', 'fail');
  await done.note('H1', '门前有积水（示例）');
  await done.addPhotos('H1', [photoFile('a.jpg', { tidy: false })], 1);
  await done.passTheRest();
  await done.submit();
  await (await first.shell.newSite()).register({ ...SITE, name: other });
  const half = await first.shell.startInspection(other, other);
  await half.answer('H1', 'fail');
  await half.note('H1', '填到一半（示例）');
  await half.addPhotos('H1', [photoFile('b.jpg', { tidy: true })], 1);
  await half.isSaved();
  await fillTables(first.page);
  await first.close();

  const again = await relaunchAs('officer', { profile: first.profile, server: line.url });
  await (await again.shell.newSite()).register({ ...SITE, name: third });
  const blobs = await readRows<BlobRow>(again.page, 'blobs');
  const store = storeIdOf(await readRows<MetaRow>(again.page, 'meta'));
  await again.close();
  ledger.acknowledge('shop', shop, other, third);
  ledger.acknowledge('inspection', shop);
  ledger.acknowledge('draft', '填到一半（示例）');
  const photos = blobs.map(({ key }) => key).filter((key) => key.startsWith('photo:'));
  if (photos.length !== 2 || store === '') throw new Error('the profile is not as it should be');
  return { folder: first.profile, line, ledger, photos, store };
}

/** The id by which the journal knows the store. */
export function storeIdOf(meta: readonly MetaRow[]): string {
  const value = meta.find(({ key }) => key === 'store')?.value as { readonly id?: string } | undefined;
  return value?.id ?? '';
}

/** Enough rows, of texts that hardly compress and are small enough to be kept in it, that LevelDB writes tables and not only its log. */
async function fillTables(page: Page): Promise<void> {
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => {
          reject(new Error(String(opening.error)));
        };
        opening.onsuccess = () => {
          const writing = opening.result.transaction('meta', 'readwrite');
          for (let n = 0; n < 200; n += 1) {
            const codes = crypto.getRandomValues(new Uint8Array(18_000));
            const text = Array.from(codes, (code) => code.toString(36)).join('');
            writing.objectStore('meta').put({ key: `filler:${String(n)}`, value: text });
          }
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    DATABASE_NAME,
  );
}
