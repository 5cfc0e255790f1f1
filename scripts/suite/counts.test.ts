import { describe, expect, it } from 'vitest';

import { closingLine, countsOfCheck, countsOfPlaywright, sumOfCounts, withExitCode } from './counts.mjs';

const playwright = {
  errors: [],
  suites: [
    {
      title: 'journey.spec.ts',
      specs: [{ title: 'opens', tests: [{ status: 'expected', annotations: [], results: [] }] }],
      suites: [
        {
          title: 'offline',
          specs: [
            {
              title: 'saves',
              tests: [
                {
                  status: 'unexpected',
                  annotations: [],
                  results: [{ error: { message: '\u001B[31mlost\u001B[39m\nat' } }],
                },
              ],
            },
            { title: 'flickers', tests: [{ status: 'flaky', annotations: [], results: [] }] },
            {
              title: 'prints',
              tests: [{ status: 'skipped', annotations: [{ type: 'skip', description: 'no printer' }], results: [] }],
            },
          ],
        },
      ],
    },
  ],
};

describe('counts', () => {
  it('reads nested suites, counts flaky as failed and keeps names and reasons', () => {
    expect(countsOfPlaywright(playwright)).toEqual({
      passed: 1,
      failed: [
        { test: 'journey.spec.ts > offline > saves', reason: 'lost' },
        { test: 'journey.spec.ts > offline > flickers', reason: 'no reason given' },
      ],
      skipped: [{ test: 'journey.spec.ts > offline > prints', reason: 'no printer' }],
    });
  });

  it('counts an error outside any test', () => {
    expect(countsOfPlaywright({ suites: [], errors: [{}] }).failed).toHaveLength(1);
  });

  it('takes a bad exit code and an empty run as a failure, once', () => {
    const none = { passed: 0, failed: [], skipped: [] };
    const two = [1, 2].map((n) => ({ test: String(n), reason: 'lost' }));
    expect(withExitCode('unit', none, 0).failed).toEqual([{ test: 'unit', reason: 'ran nothing' }]);
    expect(withExitCode('unit', { ...none, passed: 3 }, 1).failed).toEqual([{ test: 'unit', reason: 'exit code 1' }]);
    expect(withExitCode('unit', { ...none, passed: 3, failed: two }, 1).failed).toEqual(two);
    expect(withExitCode('unit', { ...none, passed: 3 }, 0).failed).toEqual([]);
  });

  it('closes with one line', () => {
    const skipped = [{ test: 'a', reason: 'b' }];
    const total = sumOfCounts([countsOfCheck('arch', 0), countsOfCheck('lint', 2), { passed: 4, failed: [], skipped }]);
    expect(closingLine(total)).toBe('5 passed, 1 failed, 1 skipped');
    expect(closingLine({ ...total, skipped: [] })).toBe('5 passed, 1 failed');
  });
});
