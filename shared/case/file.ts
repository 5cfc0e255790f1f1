import type { Instalment } from '../events/filingEvents.ts';
import type { Party } from '../events/party.ts';
import type { MatterSnapshot, Penalty } from '../events/penalty.ts';
import type { EventData } from '../events/registry.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';

import type { CashMove } from './cash.ts';

/** Days on which a file rested, and why: from the day of suspension to the day it went on. */
export type Rest = {
  readonly ground: EventData<'case.suspended'>['ground'];
  readonly fromOn: ChinaDate;
  readonly toOn?: ChinaDate | undefined;
};

/** 先行登记保存, 查封 or 扣押 of a file. */
export type Measure = {
  readonly id: string;
  readonly measure: EventData<'measure.taken'>['measure'];
  readonly on: ChinaDate;
  /** Taken at once (行政强制法 §19); `approvedOn`: the head was told and approved it afterwards. */
  readonly urgent: boolean;
  readonly approvedOn?: ChinaDate | undefined;
  readonly extended: boolean;
  readonly endedOn?: ChinaDate | undefined;
  readonly result?: EventData<'measure.ended'>['result'] | undefined;
};

/** A payment of a fine as it was entered: on which day, by which receipt, by whom. */
export type Payment = Pick<EventData<'payment.entered'>, 'amountFen' | 'receipt' | 'way'> & {
  readonly event: string;
  readonly on: ChinaDate;
  readonly by: string;
};

/** 行政复议 or 行政诉讼 of the party. */
export type Remedy = {
  readonly remedy: EventData<'remedy.filed'>['remedy'];
  readonly filedOn: ChinaDate;
  readonly endedOn?: ChinaDate | undefined;
  readonly result?: EventData<'remedy.ended'>['result'] | undefined;
};

/**
 * What the rules know of a file (案卷) beside its timeline and documents. Every member was set by an act that took effect;
 * what was recorded against the rules is in the timeline only. Areas in 0.01 m², amounts in fen.
 */
export type CaseFile = {
  readonly matter?: MatterSnapshot | undefined;
  readonly party?: Party | undefined;
  readonly filed?: Pick<EventData<'case.filed'>, 'actEndedOn' | 'graveHarm' | 'power'> | undefined;
  /** Ended for good: nothing moves it but the archive. */
  readonly isEnded: boolean;
  readonly grave: boolean;
  readonly proposal?: Penalty | undefined;
  readonly decided?: Penalty | undefined;
  readonly objection?: EventData<'case.told'>['objection'] | undefined;
  /** `host`: who was named, and once it was held who hosted it. */
  readonly hearing?: { readonly heldOn: ChinaDate; readonly host: string } | undefined;
  readonly measures: readonly Measure[];
  readonly remedies: readonly Remedy[];
  readonly rests: readonly Rest[];
  readonly recusals: readonly { readonly of: string; readonly granted?: boolean | undefined }[];
  readonly paidFen: number;
  readonly payments: readonly Payment[];
  /** Cash of fines, as it was collected and passed on. */
  readonly cash: readonly CashMove[];
  readonly deferredDays: number;
  /** 分期: the plan that was approved last; absent while the fine is due as a whole. */
  readonly instalments?: readonly Instalment[] | undefined;
  readonly structure?: Omit<EventData<'structure.measured'>, 'officer' | 'second' | 'photos'> | undefined;
  readonly identified?: Pick<EventData<'structure.identified'>, 'letter' | 'permit' | 'correctable'> | undefined;
  readonly demolished?:
    | (Pick<EventData<'structure.demolished'>, 'mode' | 'areaE2'> & {
        readonly on: ChinaDate;
        /** Photos before and after. */
        readonly before?: readonly string[] | undefined;
        readonly after?: readonly string[] | undefined;
      })
    | undefined;
  readonly acceptedAreaE2?: number | undefined;
  readonly convertedFrom?: string | undefined;
  readonly convertedTo?: string | undefined;
};
