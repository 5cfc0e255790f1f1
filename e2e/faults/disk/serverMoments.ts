import { setTimeout as pause } from 'node:timers/promises';

import { caseLoad } from '../../bench/pull/caseLoad.ts';
import { ServerAccount } from '../../fixtures/server.ts';
import { command, dataWorkerOf } from '../../fixtures/workerCommands.ts';

import { fillInspection, forgetDraft, nameOf, register } from './deeds.ts';
import { CALM, type After } from './moment.ts';
import type { Stage } from './stage.ts';

/** More than the outbox holds before its databases take turns. */
const ROTATE_WITH = 510;
const COME_DOWN = 600;

/** Work waits without a server; the server comes back and the disk fills up while it goes up. */
export async function goesUp(stage: Stage, what: 'records' | 'photos' | 'rotation'): Promise<After> {
  stage.line.down();
  await stage.app.shell.isOffline();
  const shop = nameOf(stage, '离线店');
  if (what === 'photos') {
    const form = await fillInspection(stage, shop);
    await form.submit();
    forgetDraft(stage, shop);
    stage.ledger.acknowledge('inspection', shop);
  } else if (what === 'records') for (const more of ['甲', '乙', '丙']) await register(stage, `${shop}${more}`);
  else await registerMany(stage, shop);
  stage.line.up();
  // Sending begins with the next round, within the pause after a failure.
  await pause(stage.random.below(what === 'rotation' ? 4_000 : 2_500));
  await stage.fill();
  return CALM;
}

async function registerMany(stage: Stage, shop: string): Promise<void> {
  const worker = await dataWorkerOf(stage.app.page);
  const place = { operator: '示例经营者', address: '示例路 9 号', division: '420202', street: '420202005' };
  for (let n = 0; n < ROTATE_WITH; n += 1) {
    const name = `${shop}${String(n)}`;
    await command(worker, 'site.register', { ...place, name });
    stage.ledger.acknowledge('shop', name);
  }
}

/** Other people's records arrive; the disk fills up before they are fetched, or while they are stored. */
export async function comesDown(stage: Stage, when: 'before' | 'during'): Promise<After> {
  const year = new Date().getFullYear();
  const { db, events } = caseLoad(COME_DOWN, year, `${stage.tag}${String(stage.round)}`);
  const admin = ServerAccount.ofUrl(stage.place.adminUrl);
  if (when === 'before') await stage.fill();
  await admin.writeLeaves(
    db,
    events.map((event) => ({ ...event, _rev: `1-${event.hash.slice(0, 32)}` })),
  );
  if (when === 'during') {
    await pause(stage.random.below(1_500));
    await stage.fill();
  }
  return CALM;
}
