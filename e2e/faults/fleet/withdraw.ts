import type { EventEnvelope } from '#shared/events/envelope.ts';

import type { Desk } from '../office/desk.ts';
import type { Asked, Fault } from '../proxy/fault.ts';

type Doc = { readonly _id?: string; readonly kind?: string };

/** Refuses every record, as a validation does that does not know their type. */
export function refuseRecords({ method, path, body }: Asked): Fault {
  const docs = method === 'POST' ? recordsIn(path, body) : [];
  if (docs.length === 0) return { is: 'none' };
  const json = docs.map(({ _id: id }) => ({ id, error: 'forbidden', reason: 'type: refused for the time being' }));
  return { is: 'answer', status: 201, json };
}

/** Says that every record and photo is stored, and stores none. */
export function forgetAll({ method, path, body }: Asked): Fault {
  const rev = `1-${'a'.repeat(32)}`;
  const docs = method === 'POST' ? recordsIn(path, body) : [];
  if (docs.length > 0) return { is: 'answer', status: 201, json: docs.map(({ _id: id }) => ({ ok: true, id, rev })) };
  const key = method === 'PUT' ? /^\/evidence-[^/]+\/([^/?]+)$/.exec(path)?.[1] : undefined;
  if (key === undefined) return { is: 'none' };
  return { is: 'answer', status: 201, json: { ok: true, id: decodeURIComponent(key), rev } };
}

function recordsIn(path: string, body: string): readonly Doc[] {
  if (!/^\/(?:work|case)-[^/]+\/_bulk_docs/.test(path)) return [];
  const { docs } = JSON.parse(body) as { readonly docs: readonly Doc[] };
  return docs.every(({ kind }) => kind === 'event') ? docs : [];
}

/** Takes back one of the refused records of the person at the screen; the ledger asks for it no more. */
export async function withdrawOne(desk: Desk, pick: number): Promise<string | undefined> {
  const { db } = desk.worker.ctx;
  const refused = (await db.outbox.where('state').equals('refused').toArray()).filter(({ by }) => by === desk.user);
  const row = refused[pick % Math.max(1, refused.length)];
  if (row === undefined) return 'nothing';
  const answer = await desk.worker.send('sync.withdraw', { item: row.id, reason: '示例：不再需要' });
  if (answer.ok) {
    const rows = await db.events.bulkGet([...answer.value.withdrawn]);
    for (const event of rows.flatMap((one) => one?.event ?? [])) await takeBack(desk, event);
  }
  return desk.note(answer, () => ({}));
}

async function takeBack({ worker, ledger }: Desk, event: EventEnvelope): Promise<void> {
  const { type, stream, log, n, hash, data } = event;
  ledger.takeBack('entry', `${log}:${String(n)}:${hash}`);
  if (type === 'site.registered' || type === 'inspection.submitted' || type === 'case.found')
    ledger.takeBack('stream', stream);
  if (type === 'document.issued') ledger.takeBack('document', data.document);
  if (type !== 'photo.added') return;
  // Its bytes may have gone up already; no record shows them any more.
  const shown = await worker.ctx.db.photos.where('sha256').equals(data.sha256).toArray();
  if (shown.every((row) => row.stream === 'draft')) ledger.takeBack('photo', data.sha256);
}
