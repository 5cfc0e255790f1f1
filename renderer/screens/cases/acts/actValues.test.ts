import { describe, expect, it } from 'vitest';

import { hasWords } from '#renderer/app/language/zh/actFields.ts';
import { isTakenByForm } from '#shared/case/formActs.ts';
import { ORDINARY } from '#shared/case/procedures/ordinary.ts';
import { actOf } from '#shared/case/procedures/procedure.ts';
import { SPOT } from '#shared/case/procedures/spot.ts';
import { STRUCTURE } from '#shared/case/procedures/structure.ts';
import { EVENT_TYPES, type EventType } from '#shared/events/registry.ts';
import { isSignedByPair } from '#shared/events/shape.ts';
import { actData } from '#shared/testing/fileActs.ts';

import { fieldsOf, type ActField } from './actFields.ts';
import { dataOf, problemsOf } from './actValues.ts';

const ACTS = [
  ...new Set(
    [ORDINARY, SPOT, STRUCTURE].flatMap(({ transitions }) => transitions.map(({ event, tag }) => actOf(event, tag))),
  ),
].filter(isTakenByForm);

function allOf(fields: readonly ActField[]): readonly ActField[] {
  return fields.flatMap((field) => ('fields' in field ? [field, ...allOf(field.fields)] : [field]));
}

describe('the form of every act', () => {
  it.each(ACTS)('%s has words for all it asks', (act) => {
    const wordless = allOf(fieldsOf(act)).filter(
      (field) => !hasWords(field.name, 'options' in field ? field.options : []),
    );
    expect(wordless.map(({ name }) => name)).toEqual([]);
  });

  it.each(ACTS)('%s, filled, has what the schema asks beside what the worker adds', (act) => {
    const [type, tag] = act.split(':') as [EventType, string | undefined];
    if (type.startsWith('document.')) return; // numbers, sheets and the document itself are the worker's
    const nowMs = Date.parse('2026-03-02T02:00:00.000Z');
    const penalty = { warning: true, fineFen: 0, minFen: 0, maxFen: 0, amount: 'verified' as const };
    const whole = actData(act, { nowMs, document: () => '', penalty }) as Readonly<Record<string, unknown>>;
    const fields = fieldsOf(act);
    const asked = new Set(fields.map(({ name }) => name));
    const missing = Object.keys(whole).filter((name) => !asked.has(name) && !(name === 'officer' || name === 'second'));
    const own = missing.filter((name) => whole[name] !== tag && name !== 'id' && name !== 'power');
    expect(own).toEqual([]);
    expect(EVENT_TYPES[type].safeParse(whole).success).toBe(true);
    expect(isSignedByPair(type)).toBe('second' in whole && 'officer' in whole);
  });
});

describe('what was typed', () => {
  const fields = fieldsOf('payment.entered');

  it('becomes fen, instants of Huangshi, and nothing where nothing stands', () => {
    const values = { at: '2026-03-02T10:00', amountFen: '500.5', receipt: '示例1', way: 'bank' };
    expect(dataOf(fields, values)).toEqual({
      at: '2026-03-02T02:00:00.000Z',
      amountFen: 50_050,
      receipt: '示例1',
      way: 'bank',
    });
    expect(dataOf(fields, {})).toEqual({});
  });

  it('is asked for where it is missing, and refused where it is no number', () => {
    expect(problemsOf(fields, {}).map(({ field, is }) => [field.name, is])).toEqual([
      ['amountFen', 'missing'],
      ['receipt', 'missing'],
      ['way', 'missing'],
    ]);
    const typed = { amountFen: '五百', receipt: '1', way: 'bank' };
    expect(problemsOf(fields, typed).map(({ is }) => is)).toEqual(['bad_number']);
  });

  it('in rows and groups is looked at, too', () => {
    const floors = fieldsOf('structure.measured').filter(({ name }) => name === 'floors');
    expect(problemsOf(floors, {}).map(({ is }) => is)).toEqual(['missing']);
    expect(problemsOf(floors, { floors: [{ floor: '2', areaE2: '' }] }).map(({ field }) => field.name)).toEqual([
      'areaE2',
    ]);
    expect(dataOf(floors, { floors: [{ floor: '-1', areaE2: '86.4' }] })).toEqual({
      floors: [{ floor: -1, areaE2: 8640 }],
    });
    const proposal = fieldsOf('case.investigated').filter(({ name }) => name === 'proposal');
    expect(dataOf(proposal, { proposal: { warning: false, fineFen: '' } })).toEqual({});
  });
});
