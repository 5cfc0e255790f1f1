import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { readRecoveryKey } from '#main/exchange/recoveryKeyFile.ts';

import type { PlannedRecovery } from './recovery.ts';

/** The demo bureau's recovery key, an example (示例) that anyone can open: never for real work. */
export const DEMO_RECOVERY_FILE = fileURLToPath(new URL('demo-recovery-key.json', import.meta.url));
/** Opens it. */
export const DEMO_RECOVERY_PASSPHRASE = 'xunzhi-demo-recovery';

/** Its public half. */
export function demoRecovery(): PlannedRecovery {
  const { keyId, madeAt, content } = readRecoveryKey(readFileSync(DEMO_RECOVERY_FILE, 'utf8'));
  return { keyId, madeAt, publicKey: content.publicKey };
}
