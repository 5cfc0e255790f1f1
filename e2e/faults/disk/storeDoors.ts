import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { dataWorkerOf } from '../../fixtures/workerCommands.ts';
import { STORE_FOLDER } from '../wipe/damages.ts';

type Doors = { __doors?: string[] };

/** Notes from now on every opening, closing and deleting of a database by the running data worker. */
export async function watchDoors(page: Page): Promise<void> {
  await noteDoors(page).catch(() => noteDoors(page)); // it was being replaced at that moment
}

async function noteDoors(page: Page): Promise<void> {
  const worker = await dataWorkerOf(page);
  await worker.evaluate(() => {
    const scope = globalThis as Doors;
    const noted = scope.__doors !== undefined;
    scope.__doors = [];
    if (noted) return;
    // No function with a name of its own: the loader of our scripts marks those with a helper that no worker has.
    const doors = [
      [IDBFactory.prototype, 'open'],
      [IDBFactory.prototype, 'deleteDatabase'],
      [IDBDatabase.prototype, 'close'],
    ] as const;
    for (const [on, door] of doors) {
      const real = Reflect.get(on, door) as (...from: unknown[]) => unknown;
      Reflect.set(on, door, function (this: IDBFactory | IDBDatabase, ...from: unknown[]) {
        let isOpen = true;
        try {
          // The engine may have closed it already: nobody can keep it from that.
          if ('objectStoreNames' in this) this.transaction([...this.objectStoreNames].slice(0, 1));
        } catch {
          isOpen = false;
        }
        if (isOpen) scope.__doors?.push(`${door} ${'name' in this ? this.name : String(from[0])}`);
        return real.apply(this, from);
      });
    }
  });
}

/** Forgets what was noted while the disk was filling: what was begun on a disk with room, or on an answer that said so. */
export async function forgetDoors(page: Page): Promise<void> {
  const worker = await dataWorkerOf(page);
  await worker.evaluate(() => {
    const scope = globalThis as Doors;
    if (scope.__doors !== undefined) scope.__doors = [];
  });
}

/** What `watchDoors` has noted; asked without touching a store. Undefined when another worker runs by now. */
export async function doorsOf(page: Page): Promise<readonly string[] | undefined> {
  const worker = await dataWorkerOf(page);
  return worker.evaluate(() => (globalThis as Doors).__doors);
}

/** Files of the closed store: opening it would write some of them anew. */
export function storeFiles(profile: string): string {
  const folder = join(profile, STORE_FOLDER);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => `${name} ${String(statSync(join(folder, name)).mtimeMs)}`).join('\n');
}
