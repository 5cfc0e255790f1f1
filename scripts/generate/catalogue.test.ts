import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { findChecklist, fullAddress } from '#shared/catalogue/find.ts';
import { parseCatalogue } from '#shared/catalogue/parse.ts';
import { powerOf } from '#shared/catalogue/powers.ts';
import type { ItemAnswer } from '#shared/events/inspectionEvents.ts';
import { scoreInspection } from '#shared/inspection/score.ts';
import { visibleItems } from '#shared/inspection/visible.ts';

import { DEMO_ORGS } from '../server-setup/demoPeople.ts';

const ROOT = new URL('../../resources/catalogue/', import.meta.url);
const NAMES = [
  'divisions.json',
  'powers.json',
  ...readdirSync(new URL('matters/', ROOT)).map((name) => `matters/${name}`),
  ...readdirSync(new URL('checklists/', ROOT)).map((name) => `checklists/${name}`),
  ...readdirSync(new URL('programmes/', ROOT)).map((name) => `programmes/${name}`),
];
const FILES = NAMES.map((name) => ({ name, text: readFileSync(new URL(name, ROOT), 'utf8') }));
const { catalogue, problems } = parseCatalogue(FILES);

it('the shipped catalogue is sound', () => {
  expect(problems).toEqual([]);
});

describe('门前三包', () => {
  const list = findChecklist(catalogue, 'menqian-sanbao');
  if (list === undefined) throw new Error('the checklist is missing');
  const items = list.sections.flatMap((section) => section.items);
  const checks = items.flatMap((item) => (item.kind === 'check' ? [item] : []));

  it('has its twenty items with their weights', () => {
    const weights =
      'H1:3 H2:3 H3:2 H4:3 H5:2 H6:3 H7:1 L1:2 L2:2 L3:2 L4:2 L5:1 Z1:4 Z2:3 Z3:2 Z4:3 Z5:2 Z6:2 Z7:2 Z8:3';
    expect(checks.map(({ code, weight }) => `${code}:${String(weight)}`).join(' ')).toBe(weights);
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
  });

  it('shows the item for restaurants only to restaurants', () => {
    const trade = (value: string): ItemAnswer[] => [{ item: 'X1', answer: 'not_checked', value, photos: [] }];
    expect(visibleItems(list, trade('catering')).some(({ item }) => item.code === 'H6')).toBe(true);
    expect(visibleItems(list, trade('retail')).some(({ item }) => item.code === 'H6')).toBe(false);
  });

  it('scores: everything failed gravely is nothing, a refused pledge after three times is the black list', () => {
    const failed = (code: string): ItemAnswer => ({ item: code, answer: 'fail', severity: 'severe', photos: [] });
    expect(
      scoreInspection(
        list,
        checks.map(({ code }) => failed(code)),
      ),
    ).toMatchObject({ scoreTenths: 0, vetoed: true });
    expect(scoreInspection(list, [failed('Z8')])).toMatchObject({
      scoreTenths: 600,
      vetoed: true,
      band: { name: '黑榜' },
    });
    expect(scoreInspection(list, [{ ...failed('Z1'), severity: 'normal' }])).toMatchObject({
      scoreTenths: 920,
      band: { name: '红榜' },
    });
  });
});

describe('powers', () => {
  const competentIn = (division: string, matter: string): readonly string[] =>
    DEMO_ORGS.map(({ org }) => org).filter(
      (org) => powerOf(catalogue.powers, { org, matter, division, street: '', on: '2026-03-02' }).has,
    );

  it('are an example for the demo bureau: every district in its division, the city everywhere', () => {
    expect(FILES.find(({ name }) => name === 'powers.json')?.text).toContain('示例，虚构');
    expect(competentIn('420202', 'MQ-01')).toEqual(['hscg', 'hsg']);
    expect(competentIn('420203', 'WJ-01')).toEqual(['hscg', 'xss']);
    expect(competentIn('420204', 'HW-01')).toEqual(['hscg', 'xl']);
    expect(competentIn('420281', 'MQ-01')).toEqual(['hscg']);
  });

  it('leave building in a village to the township (城乡规划法 §65)', () => {
    for (const { code } of catalogue.divisions) expect(competentIn(code, 'WJ-06')).toEqual([]);
  });
});

describe('divisions', () => {
  it('are the 6 divisions and 57 streets of Huangshi with codes that nest', () => {
    expect(catalogue.divisions.map(({ code }) => code)).toEqual([
      '420202',
      '420203',
      '420204',
      '420205',
      '420222',
      '420281',
    ]);
    expect(catalogue.divisions.flatMap(({ streets }) => streets)).toHaveLength(57);
    for (const { code, streets } of catalogue.divisions)
      for (const street of streets) expect(street.code.startsWith(code)).toBe(true);
    expect(fullAddress(catalogue, { division: '420204', street: '420204004', address: '示例路' })).toBe(
      '下陆区团城山街道示例路',
    );
  });

  it('are what the generator writes today', () => {
    const before = readFileSync(new URL('divisions.json', ROOT), 'utf8');
    const script = fileURLToPath(new URL('divisions.ts', import.meta.url));
    expect(execFileSync('npx', ['tsx', script, '--stdout'], { encoding: 'utf8' })).toBe(before);
  }, 30_000);
});
