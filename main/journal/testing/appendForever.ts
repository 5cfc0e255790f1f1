import { Journal } from '../journal.ts';

/** Child process of the integration test: appends pairs of events and prints each number once it is saved or refused. */
const [folder = '', count = '0'] = process.argv.slice(2);
const journal = await Journal.open(folder, Buffer.alloc(32, 9), Date.now());
for (let n = 0; n < Number(count); n += 1) {
  const body = { text: 'x'.repeat(700) };
  const result = await journal.append([
    { kind: 'event', key: `${String(n)}-a`, db: 'db', body },
    { kind: 'event', key: `${String(n)}-b`, db: 'db', body },
  ]);
  process.stdout.write(`${result.ok ? 'saved' : result.error.detail} ${String(n)}\n`);
}
