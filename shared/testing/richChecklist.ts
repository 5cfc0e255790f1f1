import type { Checklist } from '../inspection/checklist.ts';

import { aChecklist, aCheckItem } from './checklists.ts';

/** A small valid checklist with what `aChecklist` has not: places, dates, signatures, limits and a repeated section. */
export function aRichChecklist(overrides: Partial<Checklist> = {}): Checklist {
  return aChecklist({
    id: 'rich',
    registers: ['manhole', 'street'],
    sections: [
      {
        id: 'street',
        name: '路段',
        items: [
          { code: 'S1', text: '位置', kind: 'location' },
          { code: 'S2', text: '检测日期', kind: 'date', optional: true },
          {
            code: 'S3',
            text: '有无井盖',
            kind: 'choice',
            options: [
              { value: 'yes', text: '有' },
              { value: 'no', text: '无' },
            ],
          },
          aCheckItem('S4', { weight: 2 }),
        ],
      },
      {
        id: 'covers',
        name: '井盖',
        maxDeduction: 10,
        showIf: { when: 'value', item: 'S3', isOneOf: ['yes'] },
        repeat: { noun: '处', max: 3 },
        items: [
          aCheckItem('M1', { weight: 3, matters: ['MQ-16'] }),
          {
            code: 'M2',
            text: '沉降高差',
            kind: 'number',
            unit: '毫米',
            decimals: 1,
            min: 0,
            max: 500,
            normal: { max: 15 },
            matters: ['MQ-16'],
            weight: 2,
          },
          {
            code: 'M3',
            text: '量测照片',
            kind: 'photo',
            required: true,
            moment: 'before',
            showIf: { when: 'number', item: 'M2', atLeast: 15.5 },
          },
        ],
      },
      { id: 'end', name: '签名', items: [{ code: 'Q1', text: '权属单位签名', kind: 'signature' }] },
    ],
    ...overrides,
  });
}
