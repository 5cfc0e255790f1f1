import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

import { expect, type Request } from '@playwright/test';

import { signin } from '#renderer/app/language/zh/signin.ts';
import type { CaseRow, EventRow, QuarantineRow } from '#renderer/data/tables.ts';
import { receiptKey } from '#shared/case/payment.ts';
import { acceptedOn } from '#shared/programme/contributions.ts';

import { launchApp } from '../../fixtures/app.ts';
import type { Task } from '../../fixtures/entry.ts';
import { readRows } from '../../fixtures/store.ts';
import { signInAs } from '../../fixtures/world.ts';

import type { CaseLoad } from './caseLoad.ts';
import { watchPull } from './watch.ts';

/** What the app made of a pull; times are counted from its first request for the database. */
export type AppPull = {
  /** Until the first case could be seen. */
  readonly firstMs: number;
  /** Until the last event was stored. */
  readonly storedMs: number;
  /** Until everything was projected. */
  readonly ms: number;
  readonly arrived: number;
  /** Sent and not in the store. */
  readonly lost: number;
  /** Rows of the store beyond one for each event. */
  readonly doubled: number;
  /** Cases whose projection is not what folding the events gives. */
  readonly wrongCases: number;
  readonly quarantined: number;
};

const WITHIN_MS = 180_000;

/** A database to be pulled: on which server, and the number of its last change. */
export type PullSource = { readonly server: string; readonly load: CaseLoad; readonly last: number };

/** Signs an officer in on a fresh profile and watches the store until the database is there and projected. */
export async function pullIntoApp({ server, load, last }: PullSource, task: Task): Promise<AppPull> {
  const running = await launchApp({ server });
  try {
    await task.tookPart(running);
    const asked: Request[] = [];
    running.page.on('request', (request) => {
      if (request.url().includes(`/${load.db}/_changes`)) asked.push(request);
    });
    await expect(running.page.getByLabel(signin.user)).toBeVisible({ timeout: 30_000 });
    const [, moments] = await Promise.all([
      signInAs(running, 'officer'),
      watchPull(running.page, load.db, last, WITHIN_MS),
    ]);
    const startMs = asked[0]?.timing().startTime;
    if (startMs === undefined || startMs <= 0) throw new Error(`the app was not seen asking for ${load.db}`);
    const events = (await readRows<EventRow>(running.page, 'events')).filter(({ id }) => id.startsWith('case:'));
    const cases = await readRows<CaseRow>(running.page, 'cases');
    const quarantine = await readRows<QuarantineRow>(running.page, 'quarantine');
    const hashes = new Set(events.map(({ event }) => event.hash));
    return {
      firstMs: moments.firstMs - startMs,
      storedMs: moments.storedMs - startMs,
      ms: moments.projectedMs - startMs,
      arrived: hashes.size,
      lost: load.events.filter(({ hash }) => !hashes.has(hash)).length,
      doubled: events.length - hashes.size,
      wrongCases: countWrong(load, cases),
      quarantined: quarantine.length,
    };
  } finally {
    await running.close();
    rmSync(running.profile, { recursive: true, force: true });
  }
}

function countWrong(load: CaseLoad, rows: readonly CaseRow[]): number {
  const right = rows.filter(({ db, siteName, receipts, acceptedOn: accepted, ...state }) => {
    const expected = load.states.get(state.id);
    const paid = expected?.file?.payments.map(({ receipt }) => receiptKey(receipt)) ?? [];
    const onDay = expected === undefined ? undefined : acceptedOn(expected);
    const isSame = db === load.db && siteName === expected?.site.name && accepted === onDay;
    return isSame && isDeepStrictEqual(receipts, paid) && isDeepStrictEqual(plain(state), plain(expected));
  });
  return Math.max(rows.length, load.states.size) - right.length;
}

/** A value as JSON holds it: without fields that are undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
