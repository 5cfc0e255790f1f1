import type { Medium } from '#shared/documents/media.ts';

/** Values in the table `meta` that screens watch, by key. The data worker writes them, screens read them. */
export type MetaValues = {
  /** Who is at the screen; absent until the first sign-in. `locked` asks for the PIN. */
  readonly session: SessionInfo;
  readonly sync: SyncStatus;
  /** How far a pull that takes a while has come; absent while none runs. */
  readonly pull: PullProgress;
  /** The lane of photos and documents, once it has gone. */
  readonly photos: LaneStatus;
  /** How far photos and documents have come down, by key; absent while none does. */
  /** How far the dossier is that is being put together. */
  readonly dossier: DossierProgress;
  readonly photoLoads: Readonly<Record<string, { readonly doneBytes: number; readonly totalBytes?: number }>>;
  /** Version of the catalogue that the worker uses; another one is to be asked for. */
  readonly catalogueVersion: string;
  /** What the app has to say at start: unreadable catalogue files, replayed entries, a wrong clock. */
  readonly problems: readonly AppProblem[];
  /** What was rebuilt after the store was lost; absent when nothing was, or when somebody has read it. */
  readonly rescue: RescueReport;
  /** By which id the journal knows this store again. */
  readonly store: { readonly id: string };
  /** This profile's device, as far as screens need it. */
  readonly device: { readonly id: string };
  /** The printer that was taken last on this device; absent before the first print. */
  readonly printer: string;
  /** The paper that went with it. */
  readonly medium: Medium;
  /** Documents of outside systems that could not be taken in, by id; absent while there are none. */
  readonly intakeBad: readonly string[];
  /** A server that lost something was noticed; absent otherwise. */
  readonly restored: RestoredNotice;
  /** Ids of the records that a request is carrying right now; absent otherwise. */
  readonly sending: readonly string[];
  /** Instant that stands for now when the clock was injected (tests and demo); absent otherwise. */
  readonly clock: string;
  /** Accounts that the server has closed for a while after wrong passwords, with the ISO instant of the end. */
  readonly gate: { readonly locked: Readonly<Record<string, string>> };
};

/**
 * The store was lost and rebuilt. `gone`: an empty one stood in its place; `unreadable`: it did not open and was set aside
 * to `copy`; `partly`: something of it was missing. `had`: events at the last look before. Counts are what the journal
 * brought back; everything else comes from the server. `lost`: files that neither the journal nor its folder has whole.
 */
export type RescueReport = {
  readonly at: string;
  readonly why: 'gone' | 'unreadable' | 'partly';
  readonly detail?: string | undefined;
  readonly copy?: string | undefined;
  readonly had?: number | undefined;
  readonly events: number;
  readonly drafts: number;
  readonly photos: number;
  readonly documents: number;
  readonly lost: readonly string[];
};

/** The signed-in person as screens know them. */
export type SessionInfo = {
  readonly is: 'none' | 'locked' | 'open';
  readonly user?: string;
  readonly name?: string;
  readonly org?: string;
  readonly orgName?: string;
  readonly role?: string;
  readonly certificate?: string;
  readonly certificateExpiresOn?: string;
  readonly hasPin?: boolean;
  /** Signed in with the password just now: a forgotten PIN may be replaced. */
  readonly byPassword?: boolean;
  /** The server no longer knows this person in the role or organisation: everything here is read-only. */
  readonly lost?: AccessLoss;
};

/** What was taken away from an account since it signed in. */
export type AccessLoss = 'role' | 'org';

/** The status area: phase, what waits, what was refused, and the last reason for being offline. */
export type SyncStatus = {
  readonly phase: 'offline' | 'syncing' | 'in_sync';
  readonly problem?: SignInProblem | undefined;
  readonly waitingEvents: number;
  readonly waitingBlobs: number;
  readonly refused: number;
  readonly quarantined: number;
  readonly lastSyncAt?: string | undefined;
  /** When sync goes on by itself after the account was locked; until then nothing is asked of the server. */
  readonly resumesAt?: string | undefined;
};

/** What a restored or recreated server lacked: records that wait again, records fetched, photos and documents that wait again. */
export type RestoredNotice = {
  readonly noticedAt: string;
  readonly databases: readonly string[];
  readonly sent: number;
  readonly fetched: number;
  readonly blobs: number;
};

/**
 * Photos and documents on their way up. `waiting`: it goes on by itself at `retryAt` or with the next good round of the
 * sync; `stopped`: only a password helps. Files and bytes `done` count from when the lane last had nothing to do.
 */
export type LaneStatus = {
  readonly phase: 'idle' | 'sending' | 'waiting' | 'stopped';
  /** The one file that is on its way. */
  readonly sending?: { readonly key: string; readonly bytes: number; readonly sentBytes: number };
  readonly filesDone: number;
  readonly filesLeft: number;
  readonly bytesDone: number;
  readonly bytesLeft: number;
  /** How long the rest takes at the speed of now. */
  readonly secondsLeft?: number;
  readonly problem?: SignInProblem | undefined;
  readonly retryAt?: string | undefined;
};

/** A long pull: changes read of one database, and what the server believes there is. */
export type PullProgress = {
  readonly db: string;
  /** Nothing of this database had been read before. */
  readonly isFirst: boolean;
  readonly done: number;
  readonly total?: number;
  /** Milliseconds it will still take at the speed so far. */
  readonly leftMs?: number;
};

/** Why the server cannot be used; each has its own message. */
export type SignInProblem =
  | 'no_server'
  | 'unreachable'
  | 'name_not_found'
  | 'timeout'
  | 'tls_error'
  | 'no_cors'
  | 'not_couchdb'
  | 'wrong_password'
  | 'password_changed'
  | 'account_locked'
  | 'no_role'
  | 'no_card'
  | 'certificate_expired'
  | 'server_error'
  | 'disk_full'
  /** The server is well; this computer could not write what came, or what it wanted to note. */
  | 'local_write';

/** Something the app found at start and tells once on screen. `subject` names the file, record or device. */
export type AppProblem = {
  readonly code:
    | 'catalogue_unreadable'
    | 'catalogue_missing'
    /** `subject`: the published document; `detail`: why it is not used. */
    | 'checklist_unusable'
    | 'plan_unusable'
    | 'areas_unusable'
    | 'clock_wrong'
    | 'key_file'
    /** `detail`: `missing`, or a `FontFault`. */
    | 'font_unusable'
    | 'store_rebuilt'
    | 'forgery'
    | 'server_restored'
    | 'lease_taken'
    | 'number_twice'
    | 'device_forgotten'
    | 'write_failed'
    /** The store hung or was closed by the engine, and a new worker opened it again. */
    | 'store_replaced';
  readonly subject: string;
  readonly detail?: string;
};

/** How far a dossier is: its originals are read, its papers drawn, everything bound and signed. */
export type DossierProgress = {
  readonly step: 'originals' | 'papers' | 'binding';
  readonly done: number;
  readonly of: number;
};
