import { describe, expect, it } from 'vitest';

import { closingLine, countsOfCheck, countsOfPlaywright, sumOfCounts, withExitCode } from './counts.mjs';

const playwright = {
  errors: [],
  suites: [
    {
      title: 'journey.spec.ts',
      specs: [{ title: 'opens', tests: [{ status: 'expected', annotations: [] }] }],
      suites: [
        {
          title: 'offline',
          specs: [
            { title: 'saves', tests: [{ status: 'unexpected', annotations: [] }] },
            { title: 'flickers', tests: [{ status: 'flaky', annotations: [] }] },
            {
              title: 'prints',
              tests: [{ status: 'skipped', annotations: [{ type: 'skip', description: 'no printer' }] }],
            },
          ],
        },
      ],
    },
  ],
};

describe('counts', () => {
  it('reads nested suites, counts flaky as failed and keeps the reasons of skips', () => {
    expect(countsOfPlaywright(playwright)).toEqual({
      passed: 1,
      failed: 2,
      skipped: [{ test: 'journey.spec.ts > offline > prints', reason: 'no printer' }],
    });
  });

  it('counts an error outside any test', () => {
    expect(countsOfPlaywright({ suites: [], errors: [{}] }).failed).toBe(1);
  });

  it('takes a bad exit code and an empty run as a failure, once', () => {
    const none = { passed: 0, failed: 0, skipped: [] };
    expect(withExitCode(none, 0).failed).toBe(1);
    expect(withExitCode({ ...none, passed: 3 }, 1).failed).toBe(1);
    expect(withExitCode({ ...none, passed: 3, failed: 2 }, 1).failed).toBe(2);
    expect(withExitCode({ ...none, passed: 3 }, 0).failed).toBe(0);
  });

  it('closes with one line', () => {
    const skipped = [{ test: 'a', reason: 'b' }];
    const total = sumOfCounts([countsOfCheck(0), countsOfCheck(2), { passed: 4, failed: 0, skipped }]);
    expect(closingLine(total)).toBe('5 passed, 1 failed, 1 skipped');
    expect(closingLine({ ...total, skipped: [] })).toBe('5 passed, 1 failed');
  });
});
