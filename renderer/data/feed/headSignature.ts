import { deviceCardField } from '#shared/access/directory.ts';

import { logIdOf } from '../store/logs.ts';
import type { SeenHead, XunzhiDatabase } from '../tables.ts';

/**
 * True when the device that the head names signed it, and the log is that device's and person's log of this database:
 * nobody can say of another one's log that more of it was there.
 */
export async function isTrueHead(store: XunzhiDatabase, db: string, head: SeenHead): Promise<boolean> {
  if (logIdOf(head.device, head.by, db) !== head.log) return false;
  const card = deviceCardField.safeParse((await store.directory.get(`device:${head.device}`))?.doc);
  if (!card.success) return false;
  try {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
    const key = await crypto.subtle.importKey('jwk', card.data.publicKey, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, key, bytesOf(head.signature), new TextEncoder().encode(head.id));
  } catch {
    return false; // no key, or no signature
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
