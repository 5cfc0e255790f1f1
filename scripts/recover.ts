import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { readRecoveryKey, unlockRecoveryKey } from '#main/exchange/recoveryKeyFile.ts';

import { recoverProfile } from './recover/recoverProfile.ts';
import { askPassphrase } from './server-setup/passphrase.ts';

const USAGE = 'usage: npm run recover -- --profile DIR --key FILE --out FILE [--set-aside .lost-NUMBER]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      profile: { type: 'string' },
      key: { type: 'string' },
      out: { type: 'string' },
      'set-aside': { type: 'string', default: '' },
    },
  });
  const { profile, key, out } = values;
  if (profile === undefined || key === undefined || out === undefined) throw new Error(USAGE);
  const locked = readRecoveryKey(await readFile(key, 'utf8'));
  const pair = await unlockRecoveryKey(locked, await askPassphrase(process.env, false));
  const madeAt = new Date().toISOString();
  const { device, events, blobs, bytes, gaps, damaged } = await recoverProfile({
    ...{ profile, out, pair, madeAt },
    setAside: values['set-aside'],
  });
  process.stdout.write(
    `device ${device}: ${String(events)} records, ${String(blobs)} files (${String(bytes)} bytes) in ${out}\n` +
      `not readable: ${String(gaps)} files, ${String(damaged)} parts of the journal\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`recover: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
