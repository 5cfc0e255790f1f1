import { BESIDE, ENDING, INTERRUPTIONS, MEASURE_LINES, PUBLISHING } from './common.ts';
import { FINE_LINES, urgeLines } from './enforcement.ts';
import { RECORD_LINES, REVIEW_LINES } from './investigation.ts';
import { decisionLines, NOTICE_LINES } from './notice.ts';
import type { Procedure, Transition } from './procedure.ts';
import { decision, fact } from './words.ts';

/** 立案: what every file that is filed needs (行政处罚法 §54). */
export const FILING: Transition['requires'] = [
  { acts: ['photo.added', 'record.made:site'], article: '行政处罚法 §54' },
  'in_power',
  'not_time_barred',
];

/** 普通程序: clue → filed → investigated → reviewed → notified → decided → served → performed or enforced → archived. */
export const ORDINARY: Procedure = {
  name: 'ordinary',
  transitions: [
    fact('case.opened:ordinary', {
      from: 'none',
      to: 'clue',
      requires: ['not_in_future'],
      freezes: ['filing'],
      article: '行政处罚法 §54',
    }),
    decision('case.assigned', {
      from: ['clue'],
      to: 'verifying',
      roles: ['squad_leader'],
      requires: ['two_named'],
      article: '行政处罚法 §42',
    }),
    decision('case.notFiled', {
      from: ['verifying'],
      to: 'not_filed',
      requires: [],
      freezes: ['all'],
      article: '行政处罚法 §54',
    }),
    decision('case.filed', {
      from: ['verifying'],
      to: 'filed',
      requires: FILING,
      freezes: ['filing'],
      article: '行政处罚法 §54',
    }),
    ...RECORD_LINES,
    ...MEASURE_LINES,
    ...REVIEW_LINES,
    ...NOTICE_LINES,
    ...decisionLines('D22'),
    ...urgeLines('served', 'payment'),
    ...FINE_LINES,
    ...PUBLISHING,
    ...INTERRUPTIONS,
    ...ENDING,
    ...BESIDE,
  ],
};
