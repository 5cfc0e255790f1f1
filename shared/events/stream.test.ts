import { expect, it } from 'vitest';

import { uuidv7 } from '../kernel/uuid.ts';
import { aUuid } from '../testing/builders.ts';

import { databaseOf, evidenceDatabaseOf, parseStream, STREAM_KINDS } from './stream.ts';

it('reads the kind, id and time of every kind of stream', () => {
  for (const kind of STREAM_KINDS) expect(parseStream(`${kind}:${aUuid(7)}`)).toMatchObject({ kind, id: aUuid(7) });
});

it.each([
  '',
  'case',
  'case:',
  `cases:${aUuid(1)}`,
  `case:${aUuid(1).toUpperCase()}`,
  `case:${aUuid(1)}:x`,
  'case:919108f7-52d1-4320-9bac-f847db4148a8',
])('refuses %j', (text) => {
  expect(parseStream(text)).toBeUndefined();
});

it('puts sites, devices and reports into work, who reported under seal, inspections and cases into the year they were opened in', () => {
  const newYearInChina = Date.UTC(2024, 11, 31, 16);
  const id = uuidv7(newYearInChina, new Uint8Array(10));
  expect(databaseOf(`site:${id}`, 'hsg')).toBe('work-hsg');
  expect(databaseOf(`device:${id}`, 'hsg')).toBe('work-hsg');
  expect(databaseOf(`report:${id}`, 'hsg')).toBe('work-hsg');
  expect(databaseOf(`reporter:${id}`, 'hsg')).toBe('sealed-hsg');
  expect(databaseOf(`case:${id}`, 'hsg')).toBe('case-hsg-2025');
  expect(databaseOf(`inspection:${uuidv7(newYearInChina - 1, new Uint8Array(10))}`, 'hsg')).toBe('case-hsg-2024');
  expect(evidenceDatabaseOf(`case:${id}`, 'hsg')).toBe('evidence-hsg-2025');
  expect(() => databaseOf('case:1', 'hsg')).toThrow('not a stream');
});
