import { describe, expect, it } from 'vitest';

import { A_FINE } from '../testing/fileActs.ts';
import { SPOT_SCRIPT, TO_FILED } from '../testing/fileScripts.ts';
import { fileAfter, withFile } from '../testing/requirementRows.ts';

import { isCashLawful } from './cashGround.ts';
import type { CaseState } from './state.ts';

const fined = (state: CaseState, fineFen: number): CaseState => withFile(state, { decided: { ...A_FINE, fineFen } });
const SPOT = fileAfter(SPOT_SCRIPT.slice(0, 5));
const ORDINARY = fileAfter(TO_FILED);
const WHY = '当事人为流动摊贩，无固定住所（示例）';

describe('cash of a fine (行政处罚法 §68, §69)', () => {
  it('is taken of a hundred yuan on the spot, and of a fen more not', () => {
    expect(isCashLawful(fined(SPOT, 10_000), { ground: 'small', reason: '' })).toBe(true);
    expect(isCashLawful(fined(SPOT, 10_001), { ground: 'small', reason: WHY })).toBe(false);
    expect(isCashLawful(fined(ORDINARY, 10_000), { ground: 'small', reason: WHY })).toBe(false);
  });

  it('is taken where it could not be collected later, on the spot and with the reason', () => {
    expect(isCashLawful(fined(SPOT, 20_000), { ground: 'unenforceable', reason: WHY })).toBe(true);
    expect(isCashLawful(fined(SPOT, 20_000), { ground: 'unenforceable', reason: ' ' })).toBe(false);
    expect(isCashLawful(fined(ORDINARY, 20_000), { ground: 'unenforceable', reason: WHY })).toBe(false);
  });

  it('is taken in a remote place at the request of the party, whatever the procedure', () => {
    for (const state of [SPOT, ORDINARY])
      expect(isCashLawful(fined(state, 500_000), { ground: 'remote', reason: WHY })).toBe(true);
    expect(isCashLawful(fined(ORDINARY, 500_000), { ground: 'remote', reason: '' })).toBe(false);
  });

  it('is never taken without a ground', () => {
    expect(isCashLawful(fined(SPOT, 5_000), { ground: undefined, reason: WHY })).toBe(false);
  });
});
