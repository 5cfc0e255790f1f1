import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { comparePlans } from '#shared/programme/comparePlans.ts';
import { droppedIndicators, programmeField, programmeOf, type Programme } from '#shared/programme/programme.ts';
import { sheetOfPlan, textOfPlanSheet } from '#shared/programme/programmeSheet.ts';
import { readProgramme, type KnownToPlans } from '#shared/programme/readProgramme.ts';

const FILE = readFileSync(new URL('../../resources/catalogue/programmes/2024.json', import.meta.url), 'utf8');
const PLAN = programmeField.parse(JSON.parse(FILE));
const NEXT: Programme = { ...PLAN, year: 2026, name: '示例计划' };

function known(changes: Partial<KnownToPlans> = {}): KnownToPlans {
  const refs = (by: string): string[] =>
    PLAN.rows.flatMap((row) => row.serves.filter((one) => one.by === by).map(({ ref }) => ref));
  const measures = PLAN.indicators.flatMap(({ derived }) => (derived?.from === 'inspections' ? [derived.measure] : []));
  const proofs = measures.map((measure) => ({ measure }));
  return {
    checklists: refs('checklist').map((id) => ({ id, proofs })),
    registers: ['ad', ...refs('register')].map((id) => ({ id })),
    matters: refs('matter')
      .map((code) => ({ code: `${code}-01` }))
      .concat(refs('matter').map((code) => ({ code }))),
    programmes: [PLAN],
    ...changes,
  };
}

function faults(plan: unknown, with_: KnownToPlans = known()): readonly string[] {
  const read = readProgramme(JSON.stringify(plan), with_);
  return read.ok ? [] : read.error.map(({ code, place, subject }) => `${code} ${place} ${subject}`);
}

describe('the plan of a year from a file', () => {
  it('is taken when nothing is wrong, and has the version 1 when it names none', () => {
    expect(faults(NEXT)).toEqual([]);
    expect(PLAN.version).toBe(1);
    expect(FILE).not.toContain('"version"');
  });

  it('is refused with everything that is wrong, by place', () => {
    expect(readProgramme('{')).toMatchObject({ error: [{ code: 'not_json' }] });
    expect(faults({ ...NEXT, year: 1 })).toEqual([expect.stringMatching(/^shape year /)]);
    const [first, ...rest] = NEXT.indicators;
    expect(faults({ ...NEXT, indicators: rest })).toContain(`no_such_indicator 1.4 ${first?.id ?? ''}`);
    expect(faults({ ...NEXT, indicators: [...NEXT.indicators, { ...first, id: 'new-one' }] })).toEqual([
      'not_in_a_row new-one new-one',
    ]);
    expect(faults({ ...NEXT, rows: [...NEXT.rows, NEXT.rows[0]] })).toEqual(['doubled 1.1 1.1']);
  });

  it('is refused when it names what is not there', () => {
    const all = faults(NEXT, known({ registers: [], checklists: [] }));
    expect(all).toContain('unknown_reference ads-remaining register ad');
    expect(all).toContain('unknown_reference parking-spaces measure spaces-added');
    expect(all).toContain('unknown_reference 1.6 checklist parking');
  });

  it('is refused when an indicator under a known id is in another unit: what was entered would say something else', () => {
    const indicators = NEXT.indicators.map((one) => (one.id === 'water-loss' ? { ...one, decimals: 1 } : one));
    expect(faults({ ...NEXT, indicators })).toEqual([expect.stringMatching(/^unit_changed water-loss % /)]);
  });

  it('goes into a table and comes back as it was', () => {
    const text = textOfPlanSheet(sheetOfPlan(PLAN));
    expect(text.ok && programmeField.parse(JSON.parse(text.value))).toEqual(PLAN);
  });

  it('comes from a table that people changed, and names the line that cannot be read', () => {
    const lines = sheetOfPlan(NEXT).map((line) => (line[1] === 'sewers' ? line.with(3, '120.5') : line));
    const text = textOfPlanSheet(lines);
    const plan = text.ok ? programmeField.parse(JSON.parse(text.value)) : undefined;
    expect(plan?.indicators.find(({ id }) => id === 'sewers')?.target).toBe(120_500);
    const at = lines.findIndex((line) => line[1] === 'sewers');
    expect(textOfPlanSheet(lines.with(at, lines[at]?.with(3, '很多') ?? []))).toEqual({ ok: false, error: at + 1 });
    expect(textOfPlanSheet([['别的']])).toEqual({ ok: false, error: 1 });
  });
});

describe('two plans', () => {
  const changed: Programme = {
    ...NEXT,
    indicators: [
      ...NEXT.indicators
        .filter(({ id }) => id !== 'stations')
        .map((one) => (one.id === 'sewers' ? { ...one, target: 1 } : one)),
      { ...NEXT.indicators[0]!, id: 'new-one' },
    ],
  };

  it('differ in targets, and in what is new or gone', () => {
    const said = comparePlans(PLAN, changed).map((change) => [
      change.is,
      change.is === 'added' ? change.after.id : change.before.id,
    ]);
    expect(said).toEqual([
      ['removed', 'stations'],
      ['target', 'sewers'],
      ['added', 'new-one'],
    ]);
    expect(comparePlans(PLAN, { ...PLAN, name: '别的' })).toEqual([]);
  });

  it('of one year: the later version counts, and what was entered of a dropped indicator is still named', () => {
    const second = { ...changed, version: 2 };
    const all = [NEXT, second, PLAN];
    expect([programmeOf(all, 2026)?.version, programmeOf(all, 2025)?.year, programmeOf(all, 2023)]).toEqual([
      ...[2, 2024, undefined],
    ]);
    expect(droppedIndicators(all, second, new Set(['stations', 'sewers'])).map(({ id }) => id)).toEqual(['stations']);
    expect(droppedIndicators(all, second, new Set())).toEqual([]);
  });
});
