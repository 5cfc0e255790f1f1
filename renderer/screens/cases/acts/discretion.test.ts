import { describe, expect, it } from 'vitest';

import { fineReasonText, proposalText, PROPOSAL_MARK } from '#renderer/app/language/zh/discretion.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { earlierCases } from '#shared/catalogue/firstOffence.ts';
import { tiers } from '#shared/catalogue/penaltyRange.ts';
import { FINE_REASONS, type FineReason } from '#shared/catalogue/proposeFine.ts';
import { aSite } from '#shared/testing/builders.ts';
import { aFine, aMatter } from '#shared/testing/matters.ts';

import { fieldsOf } from './actFields.ts';
import { dataOf } from './actValues.ts';
import {
  discretionOf,
  fineOptions,
  isFilledIn,
  pastCases,
  proposalFor,
  wasCorrected,
  withFine,
  withReasons,
  withTier,
} from './discretion.ts';

// Only the members that the search looks at.
function aRow(id: string, over: object = {}): CaseRow {
  const base = { id, site: aSite(), findings: [{ matter: 'MQ-04' }], stage: 'notice_served', timeline: [] };
  return { ...base, foundAt: '2026-03-05T01:00:00.000Z', ...over } as unknown as CaseRow;
}

const PARTY = { kind: 'sole_trader', name: '王芳', shop: '好味小吃店', address: '黄石大道1号' } as const;

describe('the fines of a matter', () => {
  it('are told with their conditions, by the cost of construction once it is measured', () => {
    const permille = { kind: 'fine_permille', minFen: undefined, maxFen: undefined } as const;
    const matter = aMatter({
      penalties: [
        aFine({ ...permille, minPermille: 50, maxPermille: 100, onlyIf: '尚可改正的' }),
        aFine({ ...permille, maxPermille: 100, onlyIf: '不能拆除的' }),
      ],
    });
    const unmeasured = fineOptions(matter, { kind: 'citizen' });
    expect(unmeasured.map(({ fine, range }) => [fine.onlyIf, range])).toEqual([
      ['尚可改正的', { ok: false, error: 'cost_needed' }],
      ['不能拆除的', { ok: false, error: 'cost_needed' }],
    ]);
    const measured = fineOptions(matter, { kind: 'citizen', costFen: 1_000_000 });
    expect(measured.map(({ range }) => range.ok && [range.value.minFen, range.value.maxFen])).toEqual([
      [50_000, 100_000],
      [0, 100_000],
    ]);
  });

  it('are those for such a party', () => {
    const matter = aMatter({ penalties: [aFine({ for: 'organisation' }), aFine({ for: 'citizen', maxFen: 20_000 })] });
    const [only, other] = fineOptions(matter, { kind: 'sole_trader' });
    expect(only?.range).toMatchObject({ ok: true, value: { maxFen: 20_000 } });
    expect(other).toBeUndefined();
  });
});

describe('earlier cases of a party', () => {
  it('are found by the shop in the correction flow and by the party of a file', () => {
    const file = { file: { party: { ...PARTY, shop: '别家' }, matter: { code: 'HW-12' } } };
    const past = pastCases([aRow('shop'), aRow('other', file), aRow('clue', { file: {} })]);
    expect(past.map(({ matterCodes }) => matterCodes)).toEqual([['MQ-04'], ['HW-12'], ['MQ-04']]);
    const found = earlierCases(past, { party: PARTY, on: '2026-03-10' });
    expect(found.map(({ row, by }) => [row.id, by])).toEqual([['shop', 'name_and_shop']]);
  });

  it('know a legal person by a code that is no sole trader’s', () => {
    const [past] = pastCases([aRow('a', { site: aSite({ uscc: '91420205MA0XXXX04A' }) })]);
    expect(past?.party?.kind).toBe('legal_person');
  });

  it('say whether it was corrected by the last re-check that counts', () => {
    const line = (tag: string, is = 'applied'): object => ({ type: 'case.rechecked', tag, verdict: { is } });
    expect(wasCorrected(aRow('a'))).toBeUndefined();
    expect(wasCorrected(aRow('a', { timeline: [line('not_fixed'), line('fixed')] }))).toBe(true);
    expect(wasCorrected(aRow('a', { timeline: [line('not_fixed'), line('fixed', 'void')] }))).toBe(false);
  });
});

describe('a proposal', () => {
  const range = { minFen: 10_000, maxFen: 40_000 };
  const found = { range, earlierCases: 0 };

  it('follows the tier and the grounds that are typed, and takes nothing else', () => {
    expect(discretionOf(undefined)).toEqual({ tier: 'slight', mitigating: [], aggravating: [] });
    const values = { tier: 'general', aggravating: ['repeated', 'unknown'], mitigating: [] };
    expect(proposalFor(values, { ...found, earlierCases: 2 })).toEqual({
      fineFen: 30_000,
      reasons: ['heavier', 'earlier_cases'],
    });
    expect(proposalFor(withTier(values, 'slight'), found).fineFen).toBe(20_000);
    expect(proposalFor({ tier: 'slight' }, { ...found, correctedInTime: true, harm: 'none' }).fineFen).toBe(0);
  });

  it('is written into the form as a person would type it', () => {
    const penalty = withFine({ warning: true }, 12_350);
    expect(penalty).toEqual({ warning: true, fineFen: '123.5' });
    const data = dataOf(fieldsOf('case.decided'), { penalty });
    expect(data['penalty']).toMatchObject({ warning: true, fineFen: 12_350 });
  });

  it('stands after the officer’s own reasons and takes the place of an earlier one', () => {
    const once = withReasons({ tier: 'general', reasons: '当事人配合。' }, `${PROPOSAL_MARK}甲`);
    expect(once).toEqual({ tier: 'general', reasons: `当事人配合。\n${PROPOSAL_MARK}甲` });
    expect(withReasons(once, `${PROPOSAL_MARK}乙`)['reasons']).toBe(`当事人配合。\n${PROPOSAL_MARK}乙`);
    expect(withReasons(undefined, `${PROPOSAL_MARK}甲`)['reasons']).toBe(`${PROPOSAL_MARK}甲`);
  });

  it('counts as taken until the amount or the reasons are changed', () => {
    const text = `${PROPOSAL_MARK}甲`;
    const group = { penalty: withFine({}, 10_000), discretion: withReasons({ reasons: '配合。' }, text) };
    expect(isFilledIn(group, 10_000, text)).toBe(true);
    expect(isFilledIn({ ...group, penalty: { fineFen: '90' } }, 10_000, text)).toBe(false);
    expect(isFilledIn({ ...group, discretion: {} }, 10_000, text)).toBe(false);
  });

  it('is one line with range, tier, reasons with their articles, and amount', () => {
    const tier = 'slight';
    const text = proposalText({
      range,
      third: tiers(range)[tier],
      tier,
      ...proposalFor({ mitigating: ['merit'] }, found),
    });
    expect(text).toBe(
      `${PROPOSAL_MARK}法定罚款幅度100 元至 400 元；裁量等级轻微，对应 100 元至 200 元；` +
        '有应当从轻或者减轻处罚的情形（行政处罚法第32条）；' +
        '可以减轻到法定最低罚款以下，建议数额没有低于下限（行政处罚法第32条）；建议罚款 100 元。',
    );
    expect(text).not.toContain('\n');
  });

  it('has words for every reason', () => {
    for (const reason of Object.keys(FINE_REASONS) as FineReason[]) expect(fineReasonText(reason)).not.toBe('');
  });
});
