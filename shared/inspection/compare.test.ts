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
  expect(
    compareChecklists(before, after).map(({ kind, of, name, members }) => [
      kind,
      of,
      name,
      ...members.map(({ member, before: was, after: is }) => `${member} ${String(was)} ${String(is)}`),
    ]),
  ).toEqual([
    ['changed', 'list', 'small', 'name 小检查表 新检查表'],
    ['changed', 'section', 'hygiene', 'maxDeduction 20 30'],
    ['removed', 'item', 'Z1'],
    ['changed', 'item', 'Z2', 'text 距离 最大距离'],
    ['added', 'item', 'Z9'],
  ]);
  expect(compareChecklists(before, { ...before, version: 2 })).toEqual([]);
});

it('says that items or sections stand in another order', () => {
  const before = aChecklist();
  const [base, hygiene, order] = before.sections;
  if (base === undefined || hygiene === undefined || order === undefined) throw new Error('no sections');
  const turned = { ...hygiene, items: [...hygiene.items.slice(1), ...hygiene.items.slice(0, 1)] };
  expect(compareChecklists(before, { ...before, sections: [base, order, turned] })).toEqual([
    {
      ...{ kind: 'changed', of: 'list', name: 'small', text: '小检查表' },
      members: [{ member: 'order', before: ['base', 'hygiene', 'order'], after: ['base', 'order', 'hygiene'] }],
    },
    {
      ...{ kind: 'changed', of: 'section', name: 'hygiene', text: '卫生' },
      members: [{ member: 'order', before: ['H1', 'H6', 'H7'], after: ['H6', 'H7', 'H1'] }],
    },
  ]);
});
