import { p256 } from '@noble/curves/nist.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { bytesOfBase64 } from '../kernel/base64.ts';

import { parseCode, type CodeContent } from './code.ts';
import type { PublishedKey, PublishedKeys } from './publishedKeys.ts';

/** What a code is worth: signed by that device; signed by nobody; by a device that nobody published; or no code of ours. */
export type CodeVerdict =
  | { readonly is: 'genuine'; readonly content: CodeContent; readonly org: string; readonly kind: string }
  | { readonly is: 'after_revocation'; readonly content: CodeContent; readonly revokedOn: string }
  | { readonly is: 'altered'; readonly content: CodeContent }
  | { readonly is: 'unknown_key'; readonly content: CodeContent }
  | { readonly is: 'not_ours' };

/** Checks a code against the published keys, without network. A device may sign for whoever of the bureau works with it. */
export function verifyCode(code: string, published: PublishedKeys): CodeVerdict {
  const read = parseCode(code.trim());
  if (read === undefined) return { is: 'not_ours' };
  const { content, text, signature } = read;
  const key = published.keys.find(({ device }) => device === content.device);
  if (key === undefined) return { is: 'unknown_key', content };
  if (!isSignedBy(key, text, signature)) return { is: 'altered', content };
  const { revokedOn } = key;
  if (revokedOn !== undefined && content.issuedOn > revokedOn) return { is: 'after_revocation', content, revokedOn };
  return {
    is: 'genuine',
    content,
    org: published.orgs[content.org] ?? content.org,
    kind: published.kinds[content.kind] ?? content.kind,
  };
}

/** True when the key signed that text. A key that is none signed nothing. */
export function isSignedBy({ x, y }: PublishedKey, text: string, signature: string): boolean {
  const [right, down, signed] = [bytesOfBase64(x), bytesOfBase64(y), bytesOfBase64(signature)];
  if (right?.length !== 32 || down?.length !== 32 || signed?.length !== 64) return false;
  const point = Uint8Array.of(4, ...right, ...down);
  return p256.utils.isValidPublicKey(point) && p256.verify(signed, utf8ToBytes(text), point, { lowS: false });
}
