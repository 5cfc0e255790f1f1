import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import { startHub } from '../../../scripts/hub/start.ts';
import { demoPlan } from '../../../scripts/server-setup/demoPlan.ts';
import { provision } from '../../../scripts/server-setup/provision.ts';
import { RestorableHub } from '../../integration/restorable.ts';
import { openRestorable, type RestorablePlace } from '../restore/restorablePlace.ts';

let template: Promise<string> | undefined;

/** A server that can be thrown back to a backup and has the databases of next year, too. */
export async function openNumbersPlace(server: string | undefined): Promise<RestorablePlace> {
  if (server === undefined) return RestorableHub.start(await (template ??= prepare()));
  const place = await openRestorable(server);
  await provision(server, demoPlan(nextYearMs(Date.now())));
  return place;
}

/** Ten in the morning of New Year's Day in China, after an instant. */
export function nextYearMs(nowMs: number): number {
  return Date.UTC(chinaYearOf(nowMs) + 1, 0, 1, 2);
}

async function prepare(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'xunzhi-numbers-template-'));
  process.once('exit', () => {
    rmSync(data, { recursive: true, force: true });
  });
  const hub = await startHub({ dataDir: data, port: 0, demo: true });
  await provision(hub.adminUrl, demoPlan(nextYearMs(Date.now())));
  await hub.close();
  return data;
}
