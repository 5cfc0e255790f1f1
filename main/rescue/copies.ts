import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder in which Chromium keeps every IndexedDB of the profile. */
export const STORE_FOLDER = 'IndexedDB';

const COPY = /^IndexedDB\.aside-(\d+)$/;

/** A store that was set aside: its folder and when. */
export type StoreCopy = { readonly path: string; readonly at: string };

/** Name of the folder a store is set aside under. */
export function copyName(nowMs: number): string {
  return `${STORE_FOLDER}.aside-${String(nowMs)}`;
}

/** Every store that was set aside, oldest first. The app never deletes one. */
export async function listCopies(profile: string): Promise<StoreCopy[]> {
  const names = await readdir(profile).catch((): string[] => []);
  return names
    .flatMap((name) => {
      const ms = COPY.exec(name)?.[1];
      return ms === undefined ? [] : [{ path: join(profile, name), ms: Number(ms) }];
    })
    .sort((a, b) => a.ms - b.ms)
    .map(({ path, ms }) => ({ path, at: new Date(ms).toISOString() }));
}
