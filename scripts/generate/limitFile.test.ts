import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { limitFileField } from '#shared/catalogue/limitFile.ts';

const PATH = fileURLToPath(new URL('../../resources/catalogue/limits.json', import.meta.url));

it('has limits of matters it names, none of them said to be verified', () => {
  const { limits, matters } = limitFileField.parse(JSON.parse(readFileSync(PATH, 'utf8')));
  const known = new Set(matters.map(({ code }) => code));
  expect(known.size).toBe(matters.length);
  for (const { codes = [], verification, source } of limits) {
    expect([verification, source]).toEqual(['proposal', '其他城市示例']);
    for (const code of codes) expect(known).toContain(code);
  }
});
