import { writeSync } from 'node:fs';

import { SeededRandom } from '../../fixtures/random.ts';

import { work } from './work.ts';

/** Child process of the trace: each promise is one `write` to standard output, which strace sees in its place. */
const [profile = '', runs = '1', seed = '1'] = process.argv.slice(2);
await work(profile, Number(runs), new SeededRandom(seed), (what) => {
  writeSync(1, `ack ${what}\n`);
});
