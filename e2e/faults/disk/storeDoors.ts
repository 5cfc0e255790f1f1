import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { dataWorkerOf } from '../../fixtures/workerCommands.ts';
import { STORE_FOLDER } from '../wipe/damages.ts';

type Doors = { __doors?: string[] };

/** Notes from now on every opening, closing and deleting of a database by the running data worker. */
export async function watchDoors(page: Page): Promise<void> {
  const worker = await dataWorkerOf(page);
  await worker.evaluate(() => {
    const scope = globalThis as Doors;
    const noted = scope.__doors !== undefined;
    const doors: string[] = [];
    scope.__doors = doors;
    if (noted) return;
    const watch = (on: object, name: string, note: (self: unknown, from: readonly unknown[]) => void): void => {
      const real = Reflect.get(on, name) as (...from: unknown[]) => unknown;
      Reflect.set(on, name, function (this: unknown, ...from: unknown[]) {
        note(this, from);
        return real.apply(this, from);
      });
    };
    watch(IDBFactory.prototype, 'open', (_, [name]) => scope.__doors?.push(`open ${String(name)}`));
    watch(IDBFactory.prototype, 'deleteDatabase', (_, [name]) => scope.__doors?.push(`delete ${String(name)}`));
    watch(IDBDatabase.prototype, 'close', (self) => {
      const db = self as IDBDatabase;
      try {
        db.transaction([...db.objectStoreNames].slice(0, 1));
        scope.__doors?.push(`close ${db.name}`);
      } catch {
        // The engine had closed it already: nobody can keep it from that.
      }
    });
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
