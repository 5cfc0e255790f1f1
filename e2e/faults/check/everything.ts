import type { Kept } from '../office/desk.ts';

import type { Findings } from './findings.ts';
import { countDeeds, timesIn, type Ledger } from './ledger.ts';
import { brokenLogs, numbersTwice } from './logs.ts';
import type { ServerContent } from './serverContent.ts';

/**
 * Holds what a server has against what people were told: every stream, document, photo and log entry that was acknowledged
 * is there once, logs have no gaps, no number was given twice, and what it has is true.
 */
export function checkServerContent(server: ServerContent, ledger: Ledger<Kept>, findings: Findings): void {
  // A case that was handed over is in two databases, record by record the same.
  const over = new Set(server.events.flatMap(({ event }) => (event.type === 'case.handedOver' ? [event.stream] : [])));
  const events = [...new Map(server.events.map(({ event }) => [event._id, event])).values()];
  const of = (kind: Kept): Ledger<Kept> => ledger.only(kind);
  // A stream has many events; it is there when its first one is, and twice when that is in two databases.
  const firsts = new Set(server.events.map(({ db, event }) => `${over.has(event.stream) ? '' : db} ${event.stream}`));
  countDeeds(
    of('stream'),
    findings,
    timesIn([...firsts].map((first) => first.slice(first.indexOf(' ') + 1))),
    'server',
  );
  const issued = events.flatMap((event) => (event.type === 'document.issued' ? [event.data.document] : []));
  countDeeds(of('document'), findings, timesIn(issued), 'server');
  countDeeds(of('entry'), findings, timesIn(events.map(({ log, n, hash }) => `${log}:${String(n)}:${hash}`)), 'server');
  const shared = new Set(
    events.flatMap((event) => (event.type === 'photo.added' && over.has(event.stream) ? [event.data.sha256] : [])),
  );
  const stored = server.blobs
    .filter(({ key }) => key.startsWith('photo:'))
    .map(({ key }) => key.slice('photo:'.length));
  const photos = [
    ...stored.filter((sha256) => !shared.has(sha256)),
    ...new Set(stored.filter((one) => shared.has(one))),
  ];
  countDeeds(of('photo'), findings, timesIn(photos), 'server');
  const added = events.flatMap((event) => (event.type === 'photo.added' ? [event.data.sha256] : []));
  countDeeds(of('photo'), findings, timesIn(added), 'photo.added');
  for (const key of server.brokenBlobs) findings.add('lost', `the bytes of ${key}`);
  for (const id of server.untrue) findings.add('diverged', `${id} is no true event on the server`);
  for (const gap of brokenLogs(events)) findings.add('diverged', gap);
  for (const number of numbersTwice(events)) findings.add('duplicated', `number ${number}`);
}
