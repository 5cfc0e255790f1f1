import { expect, it } from 'vitest';

import { aChecklist } from '../testing/checklists.ts';

import { readChecklist } from './readChecklist.ts';

it('reads what was written', () => {
  expect(readChecklist(JSON.stringify(aChecklist()))).toEqual({ ok: true, value: aChecklist() });
});

it('names what is wrong by place: no JSON, another shape, a fault', () => {
  const errorOf = (text: string, matters?: ReadonlySet<string>): readonly string[] => {
    const read = readChecklist(text, matters);
    return read.ok ? [] : read.error.map(({ code, place }) => `${code} ${place}`.trim());
  };
  expect(errorOf('{')).toEqual(['not_json']);
  expect(errorOf(JSON.stringify({ ...aChecklist(), version: 0, name: '' }))).toEqual(['shape version', 'shape name']);
  expect(errorOf(JSON.stringify(aChecklist()), new Set(['MQ-01', 'MQ-02', 'MQ-04']))).toEqual([
    'unknown_matter sections.1.items.1.matters.0',
  ]);
});
