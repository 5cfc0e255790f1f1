import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { refusalText } from '#renderer/app/language/zh/refusals.ts';
import { offlineReasons } from '#renderer/app/language/zh/status.ts';
import { quarantineReason } from '#renderer/app/language/zh/sync.ts';
import type { SyncStatus } from '#renderer/data/status.ts';
import type { BlobRow, OutboxRow, QuarantineRow } from '#renderer/data/tables.ts';

import type { Findings } from './findings.ts';

/** What a device shows of items that are not where they should be. */
export type Unsettled = {
  readonly outbox: readonly OutboxRow[];
  readonly blobs: readonly BlobRow[];
  readonly quarantine: readonly QuarantineRow[];
  readonly status: SyncStatus | undefined;
};

/**
 * Notes what nobody is told: something refused without a reason, something set aside for a reason that has no words, and
 * counts in the status area that differ from the lists. `moves`: the sync goes on meanwhile, so counts may be behind.
 */
export function checkVisible(
  place: string,
  shown: Unsettled,
  findings: Findings,
  { moves }: { readonly moves: boolean },
): void {
  const refused = [...shown.outbox, ...shown.blobs].filter(({ state }) => state === 'refused');
  for (const item of refused) {
    const name = 'id' in item ? item.id : item.key;
    if ((item.reason ?? '') === '' || refusalText(item.rule).todo === '')
      findings.add('invisible', `${place}: ${name} was refused without a reason`);
  }
  for (const { id, reason } of shown.quarantine)
    if (quarantineReason(reason) === reason) findings.add('invisible', `${place}: ${id} is set aside as "${reason}"`);
  if (moves) return;
  if (shown.status === undefined) {
    findings.add('invisible', `${place}: no status is shown`);
    return;
  }
  const counts: readonly (readonly [string, number, number])[] = [
    ['waiting records', shown.status.waitingEvents, shown.outbox.filter(({ state }) => state === 'waiting').length],
    ['waiting photos', shown.status.waitingBlobs, shown.blobs.filter(({ state }) => state === 'waiting').length],
    ['refused', shown.status.refused, refused.length],
    ['quarantined', shown.status.quarantined, shown.quarantine.length],
  ];
  for (const [what, said, listed] of counts)
    if (said !== listed)
      findings.add('invisible', `${place}: ${String(said)} ${what} are counted, ${String(listed)} listed`);
}

/** Notes a sync that failed and says no reason, or one without words. */
export function checkProblem(place: string, { phase, problem }: SyncStatus, findings: Findings): void {
  if (phase !== 'offline') return;
  if (problem === undefined) findings.add('invisible', `${place}: offline without a reason`);
  else if (!Object.hasOwn(offlineReasons, problem) || messageOf({ code: problem }).what.includes(problem))
    findings.add('invisible', `${place}: no words for "${problem}"`);
}
