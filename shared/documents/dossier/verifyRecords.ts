import { photosOf } from '../../case/apply.ts';
import type { CaseEvent } from '../../case/caseEvent.ts';
import { verifyEvent, type EventEnvelope } from '../../events/envelope.ts';
import { isCaseEventType, type EventData } from '../../events/registry.ts';
import { parseCode } from '../code.ts';
import type { PublishedKeys } from '../publishedKeys.ts';
import { modelHash } from '../sheetModel.ts';
import { verifyCode } from '../verifyCode.ts';

import { documentFile, FILE, type Manifest } from './manifest.ts';
import { textIn, valueOf, type Open } from './open.ts';

/** Every event: its id is the hash of its content, it belongs to the case, and the manifest names it, in order. */
export function checkEvents(
  open: Open,
  manifest: Manifest | undefined,
): { readonly events: readonly EventEnvelope[]; readonly newer: number } {
  const lines = (textIn(open, FILE.events) ?? '').split('\n');
  if (lines.pop() !== '') open.found('events', 'event_altered', FILE.events);
  open.looked('events', lines.length);
  const seen = new Set<string>();
  const events: EventEnvelope[] = [];
  let newer = 0;
  for (const [index, line] of lines.entries()) {
    const value = valueOf(line);
    const { _id: id, stream } = (value ?? {}) as { readonly _id?: unknown; readonly stream?: unknown };
    const subject = typeof id === 'string' ? id : `${FILE.events}:${String(index + 1)}`;
    const read = verifyEvent(value);
    if (!read.ok && read.error !== 'newer') open.found('events', 'event_altered', subject);
    else if (seen.has(subject)) open.found('events', 'event_twice', subject);
    else if (manifest !== undefined && stream !== manifest.stream) open.found('events', 'other_stream', subject);
    seen.add(subject);
    if (read.ok) events.push(read.value);
    else if (read.error === 'newer') newer += 1;
  }
  const listed = manifest?.events ?? [];
  for (const id of listed) if (!seen.has(id)) open.found('events', 'event_missing', id);
  if (manifest !== undefined) for (const id of seen) if (!listed.includes(id)) open.found('events', 'event_added', id);
  return { events, newer };
}

/** Every issued document: its PDF and its model are those that were frozen, and its code is signed and says the same. */
export function checkDocuments(
  open: Open,
  events: readonly EventEnvelope[],
  keys: PublishedKeys | undefined,
): readonly string[] {
  return events.flatMap((event) => {
    if (event.type !== 'document.issued' || event.data.pdf === undefined) return [];
    const { kind, number, pdf, model, modelHash: frozen, code } = event.data;
    open.looked('documents');
    const name = documentFile(kind, pdf.sha256);
    const hash = open.hashes.get(name);
    if (hash === undefined) open.found('documents', 'pdf_missing', number);
    else if (hash !== pdf.sha256) open.found('documents', 'pdf_altered', number);
    if (model === undefined || modelHash(model) !== frozen) open.found('documents', 'model_altered', number);
    if (code !== undefined) checkCode(open, event.data, code, keys);
    return [name];
  });
}

const CODE_FINDINGS = {
  not_ours: 'code_altered',
  altered: 'code_altered',
  unknown_key: 'code_key_unknown',
  after_revocation: 'code_key_revoked',
} as const;

function checkCode(
  open: Open,
  { kind, number, modelHash: frozen }: EventData<'document.issued'>,
  code: string,
  keys: PublishedKeys | undefined,
): void {
  open.looked('codes');
  const content = parseCode(code)?.content;
  const isItsOwn =
    content?.kind === kind &&
    content.number === number.replaceAll('|', '/') &&
    frozen?.startsWith(content.hashPrefix) === true;
  if (content !== undefined && !isItsOwn) open.found('codes', 'code_of_another', number);
  const { is } = verifyCode(code, keys ?? { publishedAt: '', orgs: {}, kinds: {}, keys: [] });
  if (is !== 'genuine') open.found('codes', CODE_FINDINGS[is], number);
}

/** Every photo that a record names: the original is there, and it is the one that was taken in. */
export function checkPhotos({ hashes, looked, found }: Open, events: readonly EventEnvelope[]): readonly string[] {
  const wanted = new Set(events.filter(isOfCase).flatMap((event) => photosOf(event)));
  const names = new Map(
    [...hashes.keys()].flatMap((name) => {
      const [, sha256] = /^photos\/([0-9a-f]{64})\.[a-z]+$/.exec(name) ?? [];
      return sha256 === undefined ? [] : [[sha256, name] as const];
    }),
  );
  looked('photos', wanted.size);
  for (const sha256 of wanted) {
    const name = names.get(sha256);
    if (name === undefined) found('photos', 'photo_missing', sha256);
    else if (hashes.get(name) !== sha256) found('photos', 'photo_altered', name);
  }
  return [...names].flatMap(([sha256, name]) => (wanted.has(sha256) ? [name] : []));
}

function isOfCase(event: EventEnvelope): event is CaseEvent {
  return isCaseEventType(event.type);
}
