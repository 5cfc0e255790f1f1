import type { BlobRow, DraftRow, OutboxRow, QuarantineRow, WithheldRow } from '#renderer/data/tables.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { blobState, ITEM_STATES, recordState, worstState, type ItemState } from '#shared/sync/itemState.ts';
import { ruleOfReason } from '#shared/sync/refusal.ts';

import { readUnderWay } from './itemStates.ts';
import { store, useLive } from './store.ts';
import { aboutEvent, linkOf, redoLink, titleOf } from './streamTitles.ts';

/** One thing that is not settled, or was withdrawn. */
export type SyncItem = {
  /** An event's id, a blob's key, a draft's id, or a quarantined document's. */
  readonly key: string;
  readonly kind: 'record' | 'photo' | 'document' | 'draft' | 'foreign';
  readonly state: ItemState;
  /** Event type, draft kind or a file's name, for the caller to put into words. */
  readonly what: string;
  /** The shop or case it is about; empty when that is not known here. */
  readonly about: string;
  /** Where it can be looked at, gone on with or done again. */
  readonly href?: string | undefined;
  readonly by: string;
  readonly at: string;
  readonly db: string;
  readonly rule?: string | undefined;
  readonly reason?: string | undefined;
  /** Since when it is refused or withdrawn. */
  readonly since?: string | undefined;
  readonly partly?: boolean | undefined;
  readonly bytes?: number | undefined;
};

type Row = OutboxRow | BlobRow;

/** Every item that is not settled, and what was withdrawn on this device: what asks most of a person first. */
export function useSyncItems(): readonly SyncItem[] | undefined {
  return useLive(async () => {
    const [underWay, device] = await Promise.all([readUnderWay(), store.meta.get('device')]);
    const own = (device?.value as { readonly id?: string } | undefined)?.id;
    const lists = await Promise.all([
      store.outbox.toArray().then((rows) => Promise.all(rows.map((row) => recordItem(row, underWay)))),
      blobItems(underWay),
      store.drafts.toArray().then((rows) => Promise.all(rows.filter(isForm).map(draftItem))),
      store.quarantine.toArray().then((rows) => Promise.all(rows.map(foreignItem))),
      store.withheld
        .filter((row) => row.device === own && row.named.startsWith(`${row.stream}:`))
        .toArray()
        .then((rows) => Promise.all(rows.map(withdrawnItem))),
    ]);
    return lists.flat().sort(byUrgency);
  }, []);
}

function byUrgency(a: SyncItem, b: SyncItem): number {
  return ITEM_STATES.indexOf(a.state) - ITEM_STATES.indexOf(b.state) || (a.at < b.at ? 1 : -1);
}

function refusalOf({ rule, reason }: Row): Pick<SyncItem, 'rule' | 'reason'> {
  // What a bundle brought names its refusal in the server's words only.
  return { rule: rule ?? (reason === undefined ? undefined : ruleOfReason(reason)), reason };
}

async function recordItem(row: OutboxRow, underWay: ReadonlySet<string>): Promise<SyncItem> {
  const event = (await store.events.get(row.id))?.event;
  return {
    key: row.id,
    kind: 'record',
    state: recordState(row, underWay),
    what: row.type,
    about: (event && aboutEvent(event)) ?? (await titleOf(row.stream)),
    href: linkOf(row.stream),
    by: row.by,
    at: row.savedAt,
    db: row.db,
    ...refusalOf(row),
    since: row.refusedAt,
    partly: row.partly,
  };
}

/** A photo and its thumbnail are one thing to people; bytes of unsent forms belong to their draft. */
async function blobItems(underWay: ReadonlySet<string>): Promise<SyncItem[]> {
  const rows = await store.blobs.where('state').anyOf('waiting', 'refused', 'withdrawn').toArray();
  const groups = new Map<string, [BlobRow, ...BlobRow[]]>();
  for (const row of rows) {
    const key = row.key.replace(/^thumb:/, 'photo:');
    groups.set(key, [row, ...(groups.get(key) ?? [])]);
  }
  return Promise.all([...groups].map(([key, group]) => blobItem(key, group, underWay)));
}

async function blobItem(
  key: string,
  group: readonly [BlobRow, ...BlobRow[]],
  underWay: ReadonlySet<string>,
): Promise<SyncItem> {
  const state = worstState(group.map((row) => blobState(row, underWay)));
  const row = group.find((one) => blobState(one, underWay) === state) ?? group[0];
  const isDocument = key.startsWith('doc:');
  const photos = isDocument ? [] : await store.photos.where('sha256').equals(key.slice('photo:'.length)).toArray();
  const photo = photos.find((one) => one.stream === row.stream) ?? photos[0];
  const stream = row.stream ?? photo?.stream ?? '';
  return {
    key,
    kind: isDocument ? 'document' : 'photo',
    state,
    what: photo?.data.name ?? '',
    about: await titleOf(stream),
    href: linkOf(stream),
    by: row.by,
    at: photo?.data.importedAt ?? row.since ?? '',
    db: row.db,
    ...refusalOf(row),
    since: row.since,
    bytes: group.reduce((sum, one) => sum + one.bytes, 0),
  };
}

/** Kinds of drafts that are no forms. */
const NO_FORMS = [
  ...(['views', 'import', 'checklist', 'checklistEdit', 'programme'] as const),
] as const satisfies readonly DraftRow['kind'][];
type FormRow = DraftRow & { readonly kind: Exclude<DraftRow['kind'], (typeof NO_FORMS)[number]> };

/** Saved views of a list are nothing that is to be finished; an import and a text of a checklist or plan go on at their own places. */
function isForm(row: DraftRow): row is FormRow {
  return !NO_FORMS.some((kind) => kind === row.kind);
}

async function draftItem(row: FormRow): Promise<SyncItem> {
  const { siteId, caseId } = (row.content ?? {}) as { readonly siteId?: unknown; readonly caseId?: unknown };
  const stream =
    typeof siteId === 'string'
      ? `site:${siteId}`
      : `${row.kind === 'case' ? 'inspection' : 'case'}:${typeof caseId === 'string' ? caseId : row.id}`;
  const hrefs = {
    inspection: `/inspections/draft/${row.id}`,
    case: `/cases/new/${row.id}`,
    notice: `/cases/${row.id}/notice`,
    file: `/cases/file/${row.id}`,
    act: `/cases/${typeof caseId === 'string' ? caseId : row.id}`,
  };
  return {
    key: row.id,
    kind: 'draft',
    state: 'draft',
    what: row.kind,
    about: await titleOf(stream),
    href: hrefs[row.kind],
    by: row.by,
    at: row.updatedAt,
    db: '',
  };
}

async function foreignItem(row: QuarantineRow): Promise<SyncItem> {
  const doc = (row.doc ?? {}) as Readonly<Record<string, unknown>>;
  const text = (key: string): string => (typeof doc[key] === 'string' ? doc[key] : '');
  return {
    key: row.id,
    kind: 'foreign',
    state: 'quarantined',
    what: text('type'),
    about: await titleOf(text('stream')),
    by: text('by'),
    at: row.seenAt,
    db: row.db,
    reason: row.reason,
  };
}

async function withdrawnItem(row: WithheldRow): Promise<SyncItem> {
  const kept = await store.events.get(row.named);
  const event: EventEnvelope | undefined = kept?.event;
  return {
    key: row.named,
    kind: 'record',
    state: 'withdrawn',
    what: event?.type ?? '',
    about: (event && aboutEvent(event)) ?? (await titleOf(row.stream)),
    href: await redoLink(row.stream, event),
    by: row.by,
    at: event?.wallAt ?? row.at,
    db: kept?.db ?? '',
    reason: row.reason,
    since: row.at,
  };
}
