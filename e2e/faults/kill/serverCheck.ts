import type { Page } from '@playwright/test';

import type { EventRow, LogRow } from '#renderer/data/tables.ts';
import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import type { ServerAccount } from '../../fixtures/server.ts';
import { readRows } from '../../fixtures/store.ts';
import type { Findings } from '../check/findings.ts';
import { countDeeds, type Ledger } from '../check/ledger.ts';
import { gapsOf } from '../check/logs.ts';

import { deedOf, isSame, RECORDS, type Kind } from './ledger.ts';

/** What the server made of the device's work. */
export type ServerCheck = {
  readonly logs: number;
  readonly events: number;
  /** Places where a log's counter or chain breaks, or where it ends elsewhere than on the device. */
  readonly gaps: readonly string[];
  /** Events of the device that only one side has. */
  readonly apart: readonly string[];
};

/** Compares what the server holds with the ledger and with the device's own logs, after a full sync. */
export async function checkServer(
  page: Page,
  account: ServerAccount,
  ledger: Ledger<Kind>,
  findings: Findings,
): Promise<ServerCheck> {
  const logs = await readRows<LogRow>(page, 'logs');
  const own = new Set(logs.map(({ id }) => id));
  const documents = await Promise.all([...new Set(logs.map(({ db }) => db))].map((db) => account.documents(db)));
  const onServer = documents.flat().flatMap((document) => {
    const verified = verifyEvent(document);
    return verified.ok && own.has(verified.value.log) ? [verified.value] : [];
  });
  const here = (await readRows<EventRow>(page, 'events')).map(({ event }) => event).filter(({ log }) => own.has(log));
  const deeds = onServer.map(deedOf).filter((deed) => deed !== undefined);
  countDeeds(ledger.only(...RECORDS), findings, (deed) => deeds.filter((one) => isSame(one, deed)).length, 'server');
  return {
    logs: logs.length,
    events: onServer.length,
    gaps: logs.flatMap((log) => gapsOf(log, onServer)),
    apart: [...missingFrom(onServer, here), ...missingFrom(here, onServer)],
  };
}

function missingFrom(there: readonly EventEnvelope[], wanted: readonly EventEnvelope[]): string[] {
  const ids = new Set(there.map(({ _id }) => _id));
  return wanted.flatMap(({ _id }) => (ids.has(_id) ? [] : [_id]));
}
