import type { Page } from '@playwright/test';

import type { SyncStatus } from '#renderer/data/status.ts';
import type { BlobRow, EventRow, LogRow, MetaRow, OutboxRow, QuarantineRow } from '#renderer/data/tables.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';

import { readRows } from '../../fixtures/store.ts';
import type { Findings } from '../check/findings.ts';
import { countDeeds, timesIn, type Ledger } from '../check/ledger.ts';
import { gapsOf } from '../check/logs.ts';
import { readServer } from '../check/serverContent.ts';
import { checkVisible } from '../check/visible.ts';

import { deedsOf, isSame, RECORDS, type Kind } from './ledger.ts';

/** What the server has of the device's work. */
export type ServerCheck = { readonly logs: number; readonly events: number; readonly photos: number };

/** Compares what the server holds with the ledger and with the device's own logs, after a full sync. */
export async function checkServer(
  page: Page,
  adminUrl: string,
  ledger: Ledger<Kind>,
  findings: Findings,
): Promise<ServerCheck> {
  const logs = await readRows<LogRow>(page, 'logs');
  const own = new Set(logs.map(({ id }) => id));
  const server = await readServer(adminUrl);
  const there = server.events.map(({ event }) => event).filter(({ log }) => own.has(log));
  const here = (await readRows<EventRow>(page, 'events')).map(({ event }) => event).filter(({ log }) => own.has(log));
  const deeds = there.flatMap(deedsOf);
  countDeeds(ledger.only(...RECORDS), findings, (deed) => deeds.filter((one) => isSame(one, deed)).length, 'server');
  const photos = server.blobs.flatMap(({ key }) => (key.startsWith('photo:') ? [key.slice('photo:'.length)] : []));
  countDeeds(ledger.only('photo'), findings, timesIn(photos), 'bytes on the server');
  for (const key of server.brokenBlobs) findings.add('lost', `the bytes of ${key}`);
  for (const gap of logs.flatMap((log) => gapsOf(log, there))) findings.add('diverged', gap);
  for (const id of missingFrom(there, here)) findings.add('diverged', `only the device has ${id}`);
  for (const id of missingFrom(here, there)) findings.add('diverged', `only the server has ${id}`);
  await checkScreens(page, findings);
  return { logs: logs.length, events: there.length, photos: photos.length };
}

async function checkScreens(page: Page, findings: Findings): Promise<void> {
  const meta = await readRows<MetaRow>(page, 'meta');
  const shown = {
    outbox: await readRows<OutboxRow>(page, 'outbox'),
    blobs: await readRows<BlobRow>(page, 'blobs'),
    quarantine: await readRows<QuarantineRow>(page, 'quarantine'),
    status: meta.find(({ key }) => key === 'sync')?.value as SyncStatus | undefined,
  };
  checkVisible('the device', shown, findings, { moves: false });
}

function missingFrom(there: readonly EventEnvelope[], wanted: readonly EventEnvelope[]): string[] {
  const ids = new Set(there.map(({ _id }) => _id));
  return wanted.flatMap(({ _id }) => (ids.has(_id) ? [] : [_id]));
}
