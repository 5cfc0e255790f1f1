import type { Deadline, Finding } from '../events/caseEvents.ts';
import type { FILE_DOCUMENTS } from '../events/documentEvents.ts';
import type { Officer, SecondSignature } from '../events/fields.ts';
import type { Penalty } from '../events/penalty.ts';
import type { EventData } from '../events/registry.ts';
import type { ServiceMode } from '../events/serviceEvents.ts';
import type { SiteSnapshot } from '../events/siteEvents.ts';
import type { Brand } from '../kernel/brand.ts';

import type { CaseFile } from './file.ts';
import type { ProcedureName } from './procedures/names.ts';
import type { RefusalCode } from './refusals.ts';
import type { CaseStage } from './stages.ts';

export type { RefusalCode } from './refusals.ts';
export type { CaseStage, FileStage } from './stages.ts';

/** The uuid of a case. */
export type CaseId = Brand<string, 'CaseId'>;

/** What the fold made of one event: applied; kept but without effect (void); or kept and applied against the rules. */
export type Verdict = { readonly is: 'applied' } | ({ readonly is: 'void' | 'flagged' } & Reason);

/** Why, by which law, and about what: a missing act, a date, an amount, a name. */
export type Reason = { readonly reason: RefusalCode; readonly article: string; readonly subject?: string | undefined };

/** One line of a case's timeline, in order of the events' stamps. */
export type TimelineEntry = {
  readonly event: string;
  readonly type: string;
  readonly at: string;
  readonly wallAt: string;
  readonly by: string;
  readonly role: string;
  readonly org: string;
  readonly second?: string | undefined;
  /** Its kind, where a type has several: a result, a document, an opinion. */
  readonly tag?: string | undefined;
  /** Date in Asia/Shanghai on which it happened or was decided. */
  readonly on: string;
  /** 公告送达: it takes effect thirty days later (`countsFrom`). */
  readonly announced?: true | undefined;
  /** Accounts of everybody who took part: author, officers, host. */
  readonly people: readonly string[];
  readonly verdict: Verdict;
  readonly detail?: string | undefined;
};

/** A document as the case knows it. */
export type CaseDocument = {
  readonly document: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedAt: string;
  /** Of a correction notice: its date and the period it sets. */
  readonly noticeOn?: string | undefined;
  readonly deadline?: Deadline | undefined;
  /** Of notices and decisions: the penalty, and the published amount from which there is a hearing. */
  readonly penalty?: Penalty | undefined;
  readonly hearingFromFen?: number | undefined;
  /** Last day of the period it sets. */
  readonly untilOn?: string | undefined;
  /** The measure it is about. */
  readonly measure?: string | undefined;
  /** 缴款码 of a notice how to pay. */
  readonly payCode?: string | undefined;
  readonly modelHash?: string | undefined;
  readonly pdfSha256?: string | undefined;
  readonly pdfBytes?: number | undefined;
  readonly pages?: number | undefined;
  readonly event: string;
  readonly served?:
    | {
        readonly mode: ServiceMode;
        readonly at: string;
        /** Day of signing, leaving, arrival or announcement; when it counts says `effectiveOn`. */
        readonly on: string;
        readonly receiver: string;
        readonly relation: string;
        readonly photos: readonly string[];
      }
    | undefined;
  readonly voided?: string | undefined;
  /** Every print, in order of the events; absent when there was none. */
  readonly prints?: readonly DocumentPrint[] | undefined;
};

/** A print of a document that a printer finished. */
export type DocumentPrint = Omit<EventData<'document.printed'>, 'document'> & { readonly by: string };

/** D07 or a document of a file. */
export type DocumentKind = 'D07' | (typeof FILE_DOCUMENTS)[number];

/** What the supervision brigade said last, beside the procedure: it never moves the case. */
export type SupervisionState = {
  readonly is: 'none' | 'returned' | 'accepted';
  readonly by?: string | undefined;
  readonly at?: string | undefined;
  readonly text?: string | undefined;
};

/** A hand-over of the case from one organisation to another. */
export type Handover = {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};

/** 送达地址确认书 as the case knows it. */
export type ConfirmedAddress = {
  readonly event: string;
  readonly at: string;
  readonly address: string;
  /** Where electronic service was agreed to. */
  readonly eAddress?: string | undefined;
};

/** A paper that was signed by hand and scanned: of which kind and which record. */
export type Scan = { readonly paper: string; readonly of: string; readonly photos: readonly string[] };

/** The state folded from the events of one `case:<uuid>` stream. */
export type CaseState = {
  readonly id: CaseId;
  /** The organisation that has the case: the one that opened it until it is handed over. */
  readonly org: string;
  /** Every hand-over that took effect, the last one last. */
  readonly handovers: readonly Handover[];
  readonly procedure: ProcedureName;
  readonly title: string;
  readonly stage: CaseStage;
  readonly foundAt: string;
  readonly site: SiteSnapshot;
  readonly inspection?: string | undefined;
  /** The report of a citizen that it is about. */
  readonly report?: string | undefined;
  readonly findings: readonly Finding[];
  readonly facts: string;
  /** Who found it; absent in a clue that no officer signed. */
  readonly officer?: Officer | undefined;
  readonly second?: SecondSignature | undefined;
  /** What the rules know of a file; absent in the correction flow. */
  readonly file?: CaseFile | undefined;
  /** Sha-256 of every photo the case shows, in order of appearance, without doubles. */
  readonly photos: readonly string[];
  readonly documents: readonly CaseDocument[];
  /** The date until which the correction is due, from the last valid notice. */
  readonly dueOn?: string | undefined;
  readonly recheck?:
    | {
        readonly at: string;
        readonly result: 'fixed' | 'not_fixed';
        readonly photos: readonly string[];
        readonly note?: string | undefined;
      }
    | undefined;
  readonly onSiteFix?:
    | {
        readonly at: string;
        readonly before: readonly string[];
        readonly after: readonly string[];
        readonly note?: string | undefined;
      }
    | undefined;
  /** 送达地址确认书, the last one last. */
  readonly addresses: readonly ConfirmedAddress[];
  /** Papers whose signed form was scanned into the file. */
  readonly scans: readonly Scan[];
  readonly supervision: SupervisionState;
  readonly timeline: readonly TimelineEntry[];
  /** True when the stream holds something this app is too old to judge: the case is read-only here. */
  readonly readOnly: boolean;
  /**
   * Id of the last applied event that moved the case or decided something: what a new decision `follows`. Photos and
   * number grants do not change it, so that two decisions made without knowledge of each other name the same one.
   */
  readonly head: string;
};
