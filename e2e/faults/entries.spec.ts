import { expect, test } from '@playwright/test';

import { BENCH_ENTRIES } from '../bench/entries.ts';
import { runEntry } from '../fixtures/entry.ts';

import { FAULT_ENTRIES } from './entries.ts';

// Once each: whether the commands still work. What they measure is asked for by `npm run bench` and `npm run faults`.
for (const [command, entries] of [
  ['bench', BENCH_ENTRIES],
  ['faults', FAULT_ENTRIES],
] as const) {
  for (const { name } of entries) {
    test(`${command} ${name} ends well in its smallest form`, async () => {
      const smallest = command === 'bench' ? ['--size', '600'] : [];
      expect(await runEntry(command, entries, [name, '--times', '1', ...smallest])).toBe(0);
    });
  }
}

test('an unknown name is refused', async () => {
  expect(await runEntry('bench', BENCH_ENTRIES, ['nothing'])).toBe(2);
});
