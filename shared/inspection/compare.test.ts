import { expect, it } from 'vitest';

import { aChecklist, aCheckItem } from '../testing/checklists.ts';

import { compareChecklists } from './compare.ts';

it('says what came, what went and which members changed', () => {
  const before = aChecklist();
  const [base, hygiene, order] = before.sections;
  if (base === undefined || hygiene === undefined || order === undefined) throw new Error('no sections');
  const items = [...order.items.slice(1), aCheckItem('Z9')].map((item) =>
    item.code === 'Z2' ? { ...item, text: '最大距离' } : item,
  );
  const after = aChecklist({
    version: 2,
    name: '新检查表',
    sections: [base, { ...hygiene, maxDeduction: 30 }, { ...order, items }],
  });
  expect(compareChecklists(before, after).map(({ kind, of, name, members }) => [kind, of, name, ...members])).toEqual([
    ['changed', 'list', 'small', 'name'],
    ['changed', 'section', 'hygiene', 'maxDeduction'],
    ['removed', 'item', 'Z1'],
    ['changed', 'item', 'Z2', 'text'],
    ['added', 'item', 'Z9'],
  ]);
  expect(compareChecklists(before, { ...before, version: 2 })).toEqual([]);
});
