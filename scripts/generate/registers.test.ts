import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { parseCatalogue } from '#shared/catalogue/parse.ts';
import { findRegister } from '#shared/catalogue/register.ts';

const FOLDER = fileURLToPath(new URL('../../resources/catalogue/registers', import.meta.url));
const SHIPPED = [
  ...['shop', 'ad', 'structure', 'manhole', 'bridge', 'gas-user', 'gas-company', 'parking', 'station', 'stall-zone'],
  ...['green', 'waterlogging', 'waste-point', 'street', 'furniture', 'permit'],
];

describe('the registers that come with the app', () => {
  const files = readdirSync(FOLDER).map((name) => ({
    name: `registers/${name}`,
    text: readFileSync(`${FOLDER}/${name}`, 'utf8'),
  }));
  const { catalogue, problems } = parseCatalogue(files);

  it('are these, all good, in their order', () => {
    expect(problems.filter(({ file }) => file.startsWith('registers/'))).toEqual([]);
    expect(catalogue.registers.map(({ id }) => id)).toEqual(SHIPPED);
    for (const { id } of catalogue.registers) expect(files.map(({ name }) => name)).toContain(`registers/${id}.json`);
  });

  it('say what other parts of the app ask them for', () => {
    const ad = findRegister(catalogue, 'ad');
    expect(ad?.states.find(({ id }) => id === 'removed')?.done).toBe(true);
    expect(ad?.fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['type', 'clearing', 'areaM2']));
    expect(findRegister(catalogue, 'permit')?.fields.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['kind', 'number', 'from', 'to']),
    );
    expect(findRegister(catalogue, 'nothing')).toBeUndefined();
  });
});
