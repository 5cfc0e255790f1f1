import type { ActKey } from '../case/procedures/names.ts';

import type { Account } from './fileStory.ts';

/** An act, who does it, and after how many days. */
export type Step = readonly [ActKey, Account?, number?];

/** From the clue to the filing. */
export const TO_FILED: readonly Step[] = [
  ['case.opened:ordinary', 'zhou'],
  ['photo.added'],
  ['case.assigned', 'wang'],
  ['case.filed', 'ju', 1],
];

/** From the first record to the approval of the notice. */
export const TO_NOTICE: readonly Step[] = [
  ['record.made:site'],
  ['party.identified'],
  ['record.made:inquiry'],
  ['case.investigated', 'chen', 2],
  ['case.submitted', 'wang'],
  ['case.reviewed:pass', 'fa', 1],
  ['case.approved:notice', 'da'],
];

const PAID: readonly Step[] = [
  ['payment.entered', 'nei', 3],
  ['case.rechecked:fixed'],
  ['case.closed', 'nei'],
  ['case.archived', 'nei', 3],
];

/** 普通程序 to the archive. */
export const ORDINARY_SCRIPT: readonly Step[] = [
  ...TO_FILED,
  ...TO_NOTICE,
  ['document.issued:D17'],
  ['document.served:D17'],
  ['case.brought', 'chen', 6],
  ['case.decided', 'ju'],
  ['document.issued:D22'],
  ['document.served:D22', 'chen', 1],
  ...PAID,
];

/** 普通程序 with a hearing, urging and the court. */
export const HEARING_SCRIPT: readonly Step[] = [
  ...TO_FILED,
  ...TO_NOTICE,
  ['document.issued:D18'],
  ['document.served:D18'],
  ['hearing.requested', 'chen', 2],
  ['hearing.called', 'da', 1],
  ['hearing.held', 'fa', 15],
  ['hearing.reported', 'fa'],
  ['case.reviewed:pass', 'fa', 1],
  ['case.decided', 'ju'],
  ['document.issued:D22'],
  ['document.served:D22'],
  ['case.approved:urge', 'ju', 20],
  ['document.issued:D25'],
  ['document.served:D25'],
  ['case.courtApplied', 'ju', 200],
  ['case.enforced', 'chen', 30],
  ['case.rechecked:fixed'],
  ['case.closed', 'nei'],
];

/** 简易程序 to the archive. */
export const SPOT_SCRIPT: readonly Step[] = [
  ['case.opened:spot'],
  ['photo.added'],
  ['case.told'],
  ['document.issued:D21'],
  ['document.served:D21'],
  ['case.acknowledged', 'wang', 1],
  ...PAID,
];

/** 违法建设 until the decision to demolish is served. */
export const STRUCTURE_TO_SERVED: readonly Step[] = [
  ['case.opened:structure'],
  ['photo.added'],
  ['document.issued:D06'],
  ['document.served:D06'],
  ['case.filed', 'ju', 1],
  ['structure.measured'],
  ['structure.identified', 'chen', 5],
  ...TO_NOTICE,
  ['document.issued:D17'],
  ['document.served:D17'],
  ['case.brought', 'chen', 6],
  ['case.decided', 'ju'],
  ['document.issued:D24'],
  ['document.served:D24'],
];

/** From urging to the archive, when the party does nothing; the wait is for both remedies. */
export const STRUCTURE_FORCED: readonly Step[] = [
  ['case.approved:urge', 'ju', 30],
  ['document.issued:D25'],
  ['document.served:D25'],
  ['document.issued:D26'],
  ['document.posted:D26'],
  ['case.enforcementDecided', 'ju', 200],
  ['document.issued:D27'],
  ['document.served:D27'],
  ['government.ordered:demolition', 'chen', 6],
  ['demolition.scheduled', 'ju'],
  ['structure.demolished:forced', 'chen', 1],
  ['structure.accepted', 'wang', 1],
  ['case.closed', 'nei'],
  ['case.archived', 'nei'],
];
