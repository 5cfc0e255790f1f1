import type { ItemAnswer } from '../events/inspectionEvents.ts';
import type { Checklist } from '../inspection/checklist.ts';
import type { CheckItem } from '../inspection/item.ts';

/** A small valid checklist with every kind of item, a condition on a value, one on an answer, a veto and a cap. */
export function aChecklist(overrides: Partial<Checklist> = {}): Checklist {
  return {
    schema: 'xunzhi.checklist.v1',
    id: 'small',
    version: 1,
    name: '小检查表',
    validFrom: '2024-01-01',
    verification: 'proposal',
    scoring: {
      basePoints: 100,
      severityFactor: { minor: 1, normal: 2, severe: 4 },
      fixedOnSitePercent: 50,
      vetoMaxPoints: 60,
      bands: [
        { from: 0, id: 'black', name: '黑榜' },
        { from: 90, id: 'red', name: '红榜' },
        { from: 80, id: 'good', name: '良' },
        { from: 70, id: 'yellow', name: '黄牌' },
      ],
    },
    sections: [
      {
        id: 'base',
        name: '基本',
        items: [
          {
            code: 'X1',
            text: '业态',
            kind: 'choice',
            options: [
              { value: 'catering', text: '餐饮' },
              { value: 'retail', text: '零售' },
            ],
          },
          { code: 'X2', text: '说明', kind: 'text', maxLength: 5, optional: true },
          { code: 'X3', text: '全景', kind: 'photo', required: true },
        ],
      },
      {
        id: 'hygiene',
        name: '卫生',
        maxDeduction: 20,
        items: [
          aCheckItem('H1', { weight: 3, matters: ['MQ-01'] }),
          aCheckItem('H6', {
            weight: 5,
            matters: ['MQ-18'],
            showIf: { when: 'value', item: 'X1', isOneOf: ['catering'] },
          }),
          aCheckItem('H7', { weight: 1, matters: [], seasonal: true, photoRequiredWhenFailed: false }),
        ],
      },
      {
        id: 'order',
        name: '秩序',
        items: [
          aCheckItem('Z1', { weight: 4, matters: ['MQ-02', 'MQ-04'] }),
          {
            code: 'Z2',
            text: '距离',
            kind: 'number',
            unit: '厘米',
            min: 1,
            max: 200,
            showIf: { when: 'answer', item: 'Z1', isOneOf: ['fail'] },
          },
          aCheckItem('Z8', { weight: 3, matters: ['MQ-01'], veto: true, vetoSeverity: 'severe' }),
        ],
      },
    ],
    ...overrides,
  };
}

/** A scored item. */
export function aCheckItem(code: string, overrides: Partial<CheckItem> = {}): CheckItem {
  return {
    code,
    text: `项目${code}`,
    kind: 'check',
    weight: 1,
    matters: [],
    photoRequiredWhenFailed: true,
    ...overrides,
  };
}

/** An answer; 合格 unless said otherwise. */
export function anAnswer(item: string, overrides: Partial<ItemAnswer> = {}): ItemAnswer {
  return { item, answer: 'pass', photos: [], ...overrides };
}
