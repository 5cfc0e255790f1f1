import { Dexie, type Table } from 'dexie';

import type { CaseState } from '#shared/case/state.ts';
import type { NarrowMedium } from '#shared/documents/media.ts';
import type { LooseKind, PaperKind } from '#shared/documents/papers/kinds.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import type { PhotoData } from '#shared/events/evidenceEvents.ts';
import type { EventData } from '#shared/events/registry.ts';
import type { SiteData } from '#shared/events/siteEvents.ts';
import type { BundleState } from '#shared/exchange/bundleFormat.ts';
import type { IndicatorEntry } from '#shared/programme/entries.ts';
import type { ReporterState } from '#shared/report/reporter.ts';
import type { ReportState } from '#shared/report/state.ts';
import type { SelfCheck } from '#shared/site/selfCheck.ts';
import type { TaskState } from '#shared/task/fold.ts';

import { noteAllSeen } from './feed/seenUpgrade.ts';
import { EventWrites } from './store/eventWrites.ts';

/** An event as kept here: the envelope plus the database it belongs to. */
export type EventRow = { readonly id: string; readonly db: string; readonly event: EventEnvelope };
/**
 * A thing of a register; those that were withdrawn are not here. `initials` are the pinyin initials of name and operator, lower
 * case; `batch` is the import that brought it. Register and state are always there.
 */
export type SiteRow = SiteData & {
  readonly id: string;
  readonly org: string;
  readonly initials: string;
  readonly register: string;
  readonly state: string;
  readonly batch?: string | undefined;
};
/** The own checks of an alliance at one shop, by the shop's id; no inspections. */
export type SelfCheckRow = { readonly id: string; readonly org: string; readonly checks: readonly SelfCheck[] };
/** A submitted inspection. */
export type InspectionRow = EventData<'inspection.submitted'> & {
  readonly id: string;
  readonly org: string;
  readonly siteId: string;
  readonly by: string;
  readonly photos: readonly string[];
  /** Measures of the year plan that it proves, and how much of each as decimal text. */
  readonly proves: readonly string[];
  readonly amounts: Readonly<Record<string, string>>;
};
/** What was entered of an indicator of the year plan in one stream, in order. */
export type IndicatorRow = { readonly id: string; readonly entries: readonly IndicatorEntry[] };
/** A task, or what a shift handed over without one, folded. */
export type TaskRow = TaskState;
/** A case, folded. `db` is the database its stream lives in. */
export type CaseRow = CaseState & {
  readonly db: string;
  readonly siteName: string;
  /** Keys of the receipts of its payments (`receiptKey`). */
  readonly receipts: readonly string[];
  /** The day the supervision brigade accepted it, unless it was returned since. */
  readonly acceptedOn?: string | undefined;
};
/** A report of a citizen, folded; nothing in it says who reported. */
export type ReportRow = ReportState;
/** Who reported, by the report's id: only on devices of those who may know. */
export type ReporterRow = ReporterState;
/** A photo as a stream knows it; `key` is `<stream>#<sha256>`. */
export type PhotoRow = {
  readonly key: string;
  readonly stream: string;
  readonly sha256: string;
  readonly data: PhotoData;
};
/** What is known of bytes held here: `photo:<sha256>`, `thumb:<sha256 of original>`, `doc:<sha256>`. */
export type BlobRow = {
  readonly key: string;
  readonly db: string;
  /** Only in rows of the first version; the others keep their bytes in `bodies`, see `photos/blobRows`. */
  readonly blob?: Blob | undefined;
  readonly mime: string;
  readonly bytes: number;
  readonly by: string;
  /** The device that took or made it; absent when it is this one. */
  readonly device?: string | undefined;
  /** `draft`: of an unsaved form; `waiting`/`refused`: own and not on the server; `withdrawn`: kept here with a reason, not sent; `server`: verified there. */
  readonly state: 'draft' | 'waiting' | 'refused' | 'withdrawn' | 'server';
  /** The stream it was taken for; absent on rows of older versions. */
  readonly stream?: string | undefined;
  /** Why: of the server for a refusal (with its rule), of the person for what was withdrawn. */
  readonly reason?: string | undefined;
  readonly rule?: string | undefined;
  /** Since when it is refused or withdrawn. */
  readonly since?: string | undefined;
  /** CouchDB's name for the bytes as they were when they were taken in and checked against the key. */
  readonly digest?: string | undefined;
  /** A cluster took it with too few of its nodes (202): that it can be seen there proves little. */
  readonly partly?: boolean | undefined;
  /** Fetched from the server for looking at it, or looked at again, at this instant: may be thrown away again. */
  readonly fetchedAt?: string | undefined;
};
/** The bytes of a row of `blobs`, apart from it: whoever changes a row would write its file again. */
export type BodyRow = { readonly key: string; readonly blob: Blob };
/** An own event that the server does not verifiably have yet. */
export type OutboxRow = {
  readonly id: string;
  readonly db: string;
  readonly stream: string;
  readonly type: string;
  readonly by: string;
  readonly savedAt: string;
  readonly state: 'waiting' | 'refused';
  /** The last refusal: rule (see `RefusalRule`), the server's own words, when. Kept while it is asked about again. */
  readonly rule?: string | undefined;
  readonly reason?: string | undefined;
  readonly refusedAt?: string | undefined;
  /** A cluster took it with too few of its nodes (202): it is not there yet. */
  readonly partly?: boolean | undefined;
  /** The feed has shown it: somebody or a lost answer brought it there, and the push asks whether the whole server has it. */
  readonly seen?: boolean | undefined;
};
/** A document from the server that could not be applied, kept as it came. */
export type QuarantineRow = {
  readonly id: string;
  readonly db: string;
  readonly reason: string;
  readonly seenAt: string;
  readonly doc: unknown;
};
/**
 * How far the feed of a database has been read; `since` is opaque. `closedAt`: the server no longer lets this account
 * read it, so what is here is read-only.
 */
export type FeedRow = {
  readonly db: string;
  readonly since: string;
  readonly readAt: string;
  readonly closedAt?: string | undefined;
};
/**
 * Streams whose projections may be behind their events, those of one page by name or all of a range; see
 * `projections/dirtyStreams`.
 */
export type DirtyRow = {
  readonly mark?: number | undefined;
  readonly streams: readonly string[];
  readonly range?: DirtyRange | undefined;
};
/** Streams whose event ids stand between these two. */
export type DirtyRange = { readonly after: string; readonly to: string };
/**
 * How far a log has been seen on the server in one database: entries 1 to `n` are here without a gap, and `ahead` those
 * that came before the ones between; `key` is `<database>|<log>`.
 */
export type SeenLogRow = {
  readonly key: string;
  readonly db: string;
  readonly log: string;
  readonly n: number;
  readonly ahead?: readonly (readonly [from: number, to: number])[];
};
/**
 * What a database on the server is known to have of a log: its newest event, and the highest head anyone signed. By it a
 * server is noticed that lost something; `key` is `<database>|<log>`. `asked`: how many missing entries, and which head,
 * were already answered by a compare.
 */
export type LogMarkRow = {
  readonly key: string;
  readonly db: string;
  readonly log: string;
  readonly id: string;
  readonly n: number;
  readonly at: string;
  readonly by: string;
  readonly device: string;
  readonly head?: SeenHead | undefined;
  readonly asked?: { readonly missing: number; readonly head: number } | undefined;
};
/** A signed head as it stands on the server; the signature is checked before it is believed. */
export type SeenHead = {
  readonly id: string;
  readonly log: string;
  readonly n: number;
  readonly by: string;
  readonly device: string;
  readonly signature: string;
};
/**
 * What `log.withheld` names: `<named id>@<device>/<user>`. An event of that device and user with that id counts in no
 * fold, whether it ever reaches the server or not. The named may also be a blob's key.
 */
export type WithheldRow = {
  readonly id: string;
  readonly named: string;
  readonly stream: string;
  readonly device: string;
  readonly by: string;
  readonly reason: string;
  /** When it was withdrawn, by the author's wall clock. */
  readonly at: string;
};
/**
 * An event that a bundle brought and nobody has vouched for yet. `from`: the device that made the bundle; `state`: what it
 * came with.
 */
export type ImportedRow = {
  readonly id: string;
  readonly db: string;
  readonly log: string;
  readonly n: number;
  readonly by: string;
  readonly device: string;
  readonly from: string;
  readonly bundle: string;
  readonly at: string;
  readonly state: BundleState;
};
/** The last entry of an own log; `at` is its stamp, absent while the log has none. */
export type LogRow = {
  readonly id: string;
  readonly db: string;
  readonly user: string;
  readonly n: number;
  readonly hash: string;
  readonly signedN: number;
  readonly at?: string | undefined;
};
/** A lease seen in `numbers`: one block of 50 numbers of a series. */
export type LeaseRow = {
  readonly id: string;
  readonly series: string;
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly device: string;
  readonly state: 'granted' | 'burned';
  /** Granted to this device, and not shown by the feed yet: where the feed should be past it, the server has lost it. */
  readonly fresh?: boolean | undefined;
};
/** A number that anyone has used or voided; `key` is `<series>:<n>`. */
export type NumberRow = {
  readonly key: string;
  readonly series: string;
  readonly n: number;
  readonly event: string;
  readonly document?: string | undefined;
  readonly voided: boolean;
};
/**
 * What is kept of a person on this device and is no record: forms begun, `views`, the saved views of the case list, and `import`:
 * how far an import of rows into a register is.
 */
export const DRAFT_KINDS = ['inspection', 'notice', 'case', 'file', 'act', 'views', 'import', 'checklist'] as const;
/** A local draft, never an event. `content` is the form's own shape. */
export type DraftRow = {
  readonly id: string;
  readonly kind: (typeof DRAFT_KINDS)[number];
  readonly by: string;
  readonly updatedAt: string;
  readonly content: unknown;
};
/**
 * What is printed: an issued document, a paper that is drawn from the record with that event's id, or one outside of any case
 * that is drawn from its stream.
 */
export type PrintSource =
  | { readonly is: 'document'; readonly caseId: string; readonly document: string }
  | { readonly is: 'paper'; readonly caseId: string; readonly kind: PaperKind; readonly event: string }
  | { readonly is: 'loose'; readonly stream: string; readonly kind: LooseKind };
/**
 * A print job of this device, never an event and never synced. `waiting`: not given to the system's queue yet; `printing`: it
 * is there as `job`; `printed`: the queue finished it and the record of that is still to be written; the rest is over.
 */
export type PrintRow = {
  readonly id: string;
  readonly by: string;
  /** In this order, then by `n`, jobs of a printer go, one at a time. */
  readonly orderedAt: string;
  readonly n: number;
  readonly source: PrintSource;
  readonly title: string;
  readonly printer: string;
  readonly copies: number;
  /** `1-2,4`; absent: every page. */
  readonly pages?: string | undefined;
  /** Small paper; absent: A4. */
  readonly medium?: NarrowMedium | undefined;
  /** What drew it, where it was drawn for this print. */
  readonly renderer?: string | undefined;
  readonly state: 'waiting' | 'printing' | 'printed' | 'done' | 'failed' | 'cancelled';
  /** Name of the job in the system's queue, and whether it was let go there. */
  readonly job?: string | undefined;
  readonly released?: boolean | undefined;
  /** Somebody here wants it to end; the queue has the last word. */
  readonly cancelling?: boolean | undefined;
  /** Why it waits or failed: a code, and the printer's own words. */
  readonly reason?: { readonly code: string; readonly detail?: string | undefined } | undefined;
  readonly endedAt?: string | undefined;
};
/** A document of the database `bureau`: `org:…`, `user:…`, `device:…`. */
export type DirectoryRow = { readonly id: string; readonly doc: Record<string, unknown> };
/** Single values that screens watch: session, sync status, server, notices of the app. */
export type MetaRow = { readonly key: string; readonly value: unknown };

/** Name of the one Dexie database of a profile. */
export const DATABASE_NAME = 'xunzhi';

/** The store that is read. Only the data worker writes it. */
export class XunzhiDatabase extends Dexie {
  declare events: Table<EventRow, string>;
  declare sites: Table<SiteRow, string>;
  declare inspections: Table<InspectionRow, string>;
  declare cases: Table<CaseRow, string>;
  declare reports: Table<ReportRow, string>;
  declare reporters: Table<ReporterRow, string>;
  declare photos: Table<PhotoRow, string>;
  declare blobs: Table<BlobRow, string>;
  declare bodies: Table<BodyRow, string>;
  declare outbox: Table<OutboxRow, string>;
  declare quarantine: Table<QuarantineRow, string>;
  declare feeds: Table<FeedRow, string>;
  declare logs: Table<LogRow, string>;
  declare leases: Table<LeaseRow, string>;
  declare numbers: Table<NumberRow, string>;
  declare drafts: Table<DraftRow, string>;
  declare directory: Table<DirectoryRow, string>;
  declare meta: Table<MetaRow, string>;
  declare dirty: Table<DirtyRow, number>;
  declare seenLogs: Table<SeenLogRow, string>;
  declare withheld: Table<WithheldRow, string>;
  declare logMarks: Table<LogMarkRow, string>;
  declare imported: Table<ImportedRow, string>;
  declare indicators: Table<IndicatorRow, string>;
  declare prints: Table<PrintRow, string>;
  declare tasks: Table<TaskRow, string>;
  declare selfChecks: Table<SelfCheckRow, string>;
  /** What this handle writes to `events`. */
  readonly eventWrites = new EventWrites();

  constructor(name: string = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.use(this.eventWrites.middleware);
    // Few indexes: they are the cost of writing. Event ids sort by stream and stamp, so they need no other.
    this.version(1).stores({
      events: 'id',
      sites: 'id, name',
      inspections: 'id, siteId, submittedAt',
      cases: 'id, foundAt',
      photos: 'key, stream, sha256',
      blobs: 'key, state',
      outbox: 'id, state, stream',
      quarantine: 'id',
      feeds: 'db',
      logs: 'id',
      leases: 'id, series',
      numbers: 'key, series',
      drafts: 'id, kind',
      directory: 'id',
      meta: 'key',
    });
    this.version(2)
      .stores({
        dirty: '++mark',
        seenLogs: 'key, db',
        withheld: 'id',
        imported: 'id',
        logMarks: 'key, db',
        bodies: 'key',
        blobs: 'key, state, fetchedAt',
        photos: 'key, sha256',
        numbers: 'key',
      })
      .upgrade(noteAllSeen);
    this.version(3).stores({ cases: 'id, foundAt, *receipts', prints: 'id, state' });
    this.version(4).stores({
      sites: 'id, name, [register+name], [register+street], batch',
      inspections: 'id, siteId, submittedAt, *proves, report, *campaigns',
      cases: 'id, foundAt, *receipts, [procedure+acceptedOn], report',
      indicators: 'id',
      reports: 'id, receivedAt, state, mergedInto, handled.inspectionId, handled.caseId',
      reporters: 'id',
      tasks: 'id, state',
      selfChecks: 'id',
    });
  }
}
