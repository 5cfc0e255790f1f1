import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startHub } from '../../scripts/hub/start.ts';
import { demoPlan } from '../../scripts/server-setup/demoPlan.ts';
import { provision } from '../../scripts/server-setup/provision.ts';

/** A server with the demo bureau for one run, by its own address and past every proxy. */
export type Place = {
  /** Base URL without credentials. */
  readonly url: string;
  /** The same with an administrator's credentials. */
  readonly adminUrl: string;
  /** True when nothing but this run has written there. */
  readonly isFresh: boolean;
  readonly close: () => Promise<void>;
};

let template: Promise<string> | undefined;

/**
 * The server that an entry's run works with: the given one, prepared as the set-up does, or a hub with data of its own,
 * copied from one that was prepared once.
 */
export async function openPlace(server: string | undefined): Promise<Place> {
  if (server !== undefined) {
    await provision(server, demoPlan(Date.now()));
    const { origin, pathname } = new URL(server);
    const url = origin + pathname.replace(/\/$/, '');
    return { url, adminUrl: server, isFresh: false, close: () => Promise.resolve() };
  }
  template ??= prepare();
  const data = mkdtempSync(join(tmpdir(), 'xunzhi-place-'));
  cpSync(await template, data, { recursive: true });
  const hub = await startHub({ dataDir: data, port: 0 });
  const close = async (): Promise<void> => {
    await hub.close();
    rmSync(data, { recursive: true, force: true });
  };
  return { url: hub.url, adminUrl: hub.adminUrl, isFresh: true, close };
}

async function prepare(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'xunzhi-place-template-'));
  process.once('exit', () => {
    rmSync(data, { recursive: true, force: true });
  });
  const hub = await startHub({ dataDir: data, port: 0, demo: true });
  await hub.close();
  return data;
}
