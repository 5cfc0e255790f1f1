/* eslint-disable @typescript-eslint/no-deprecated -- the asynchronous calls do not exist on the oldest runtime we support */
import { safeStorage } from 'electron';

import type { KeyWrapper } from './keyStore.ts';

/** The system's key store, or undefined where it keeps nothing secret. Call it after `ready`. */
export function safeStorageWrapper(): KeyWrapper | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined;
  // On Linux without a keyring Chromium "encrypts" with a constant: a key file says honestly what that is worth.
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return undefined;
  return {
    wrap: (key) => safeStorage.encryptString(key.toString('base64')),
    unwrap: (wrapped) => Buffer.from(safeStorage.decryptString(wrapped), 'base64'),
  };
}
