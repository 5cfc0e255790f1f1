import type { Officer } from '../../events/fields.ts';
import type { Instalment } from '../../events/filingEvents.ts';
import type { Party } from '../../events/party.ts';
import type { MatterSnapshot, Penalty } from '../../events/penalty.ts';
import type { EventData } from '../../events/registry.ts';
import type { ServiceMode } from '../../events/serviceEvents.ts';
import type { ChinaDate } from '../../kernel/chinaTime.ts';
import type { WorkCalendar } from '../../kernel/workCalendar.ts';
import type { ActKey } from '../procedures/names.ts';
import type { RefusalCode } from '../refusals.ts';
import type { CaseState } from '../state.ts';

/** Members of acts that requirements look at; whatever the act does not have is left out. */
export type ActData = {
  readonly officers?: readonly Officer[] | undefined;
  readonly penalty?: Penalty | undefined;
  readonly party?: Party | undefined;
  readonly matter?: MatterSnapshot | undefined;
  readonly power?: { readonly org: string } | undefined;
  readonly actEndedOn?: ChinaDate | undefined;
  readonly graveHarm?: boolean | undefined;
  readonly document?: string | undefined;
  /** Of a measure. */
  readonly id?: string | undefined;
  /** The measure that a document is about. */
  readonly measure?: string | undefined;
  readonly hearingFromFen?: number | undefined;
  readonly heldAt?: string | undefined;
  readonly byAgency?: boolean | undefined;
  readonly urgent?: boolean | undefined;
  readonly startAt?: string | undefined;
  readonly endAt?: string | undefined;
  readonly endedAt?: string | undefined;
  /** Of the approval of a later payment. */
  readonly days?: number | undefined;
  readonly instalments?: readonly Instalment[] | undefined;
  /** Of a payment. */
  readonly way?: EventData<'payment.entered'>['way'] | undefined;
  readonly cashGround?: EventData<'payment.entered'>['cashGround'];
  readonly cashReason?: string | undefined;
};

/** A service as its requirements look at it; `gaps`: records of its mode that are missing (`serviceGaps`). */
export type Service = {
  readonly mode: ServiceMode;
  readonly hasReason: boolean;
  readonly hasProof: boolean;
  readonly gaps?: readonly string[];
  readonly eAddress?: string | undefined;
};

/**
 * What is known of a step that was taken or is about to be. Members that are not known are left out: a requirement is
 * held against a step only when what it needs is known.
 */
export type Attempt = {
  readonly state?: CaseState | undefined;
  readonly by?: string | undefined;
  readonly officer?: Officer | undefined;
  readonly second?: Officer | undefined;
  /** Date of the act. */
  readonly on?: ChinaDate | undefined;
  readonly certificatesExpireOn?: readonly (ChinaDate | undefined)[] | undefined;
  readonly hasVerifiedCitation?: boolean | undefined;
  readonly hasNumber?: boolean | undefined;
  readonly notice?: { readonly noticeOn: ChinaDate; readonly dueOn: ChinaDate } | undefined;
  /** Id of the document that is served. */
  readonly document?: string | undefined;
  readonly service?: Service | undefined;
  /** The organisation that is to have the case. */
  readonly receiver?: string | undefined;
  /** Instant of the re-check. */
  readonly recheckedAt?: string | undefined;
  /** Of a step of a file: the act, everybody who takes part, when it happened and when it was written, what it says. */
  readonly act?: ActKey | undefined;
  readonly people?: readonly string[] | undefined;
  readonly happenedMs?: number | undefined;
  readonly writtenMs?: number | undefined;
  readonly data?: ActData | undefined;
  /** Days off by which periods are counted; without it the one that comes with the app. */
  readonly calendar?: WorkCalendar | undefined;
};

/** One requirement: when it holds, and what is said, by which law and about what, when it does not. */
export type Requirement = {
  readonly code: RefusalCode;
  readonly article: string;
  readonly holds: (attempt: Attempt) => boolean;
  readonly subject?: (attempt: Attempt) => string | undefined;
};

/** A table of requirements by name. */
export type Requirements = Readonly<Record<string, Requirement>>;
