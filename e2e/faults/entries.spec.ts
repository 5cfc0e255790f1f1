import { randomInt } from 'node:crypto';

import { expect, test } from '@playwright/test';

import { BENCH_ENTRIES } from '../bench/entries.ts';
import { NOT_POSSIBLE_HERE, problemsOf, runEntry } from '../fixtures/entry.ts';

import { APP_ENTRIES } from './entries.ts';

// Once each: whether the commands still work. What they measure is asked for by `npm run bench` and `npm run faults`.
for (const { name, smallest = 1 } of BENCH_ENTRIES) {
  test(`bench ${name} ends well in its smallest form`, async () => {
    expect(await problemsOf('bench', BENCH_ENTRIES, [name, '--times', '1', '--size', String(smallest)])).toBe('ok');
  });
}

// A seed that is known to go well, and one that nobody has tried; the command prints it.
const SEEDS = { known: '1', fresh: String(randomInt(2 ** 31)) };
for (const [which, seed] of Object.entries(SEEDS)) {
  for (const { name } of APP_ENTRIES) {
    test(`faults ${name} ends well in its smallest form, ${which} seed`, async () => {
      const problems = await problemsOf('faults', APP_ENTRIES, [name, '--times', '1', '--seed', seed]);
      test.skip(problems.startsWith(NOT_POSSIBLE_HERE), problems);
      expect(problems).toBe('ok');
    });
  }
}

test('an unknown name is refused', async () => {
  expect(await runEntry('bench', BENCH_ENTRIES, ['nothing'])).toBe(2);
});
