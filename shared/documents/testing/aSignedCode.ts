import { p256 } from '@noble/curves/nist.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { base64 } from '../../testing/base64.ts';
import { signedCode, textOfCode, type CodeContent } from '../code.ts';
import type { PublishedKeys } from '../publishedKeys.ts';

/** The key of the invented device. */
export const A_SECRET: Uint8Array = Uint8Array.from({ length: 32 }, (_, at) => at + 1);

/** A document as its code tells it. */
export function aCodeContent(changes: Partial<CodeContent> = {}): CodeContent {
  return {
    ...{ org: 'hsg', kind: 'D22', number: '黄港城管罚决字〔2026〕1号', issuedOn: '2026-03-02', fineFen: 200_000 },
    ...{ hashPrefix: '0123456789abcdef0123456789abcdef', device: '00000000-0000-4000-8000-000000000009' },
    ...changes,
  };
}

/** Its code, signed by an invented device. */
export function aSignedCode(content: CodeContent = aCodeContent()): string {
  const signature = p256.sign(utf8ToBytes(textOfCode(content)), A_SECRET, { lowS: false });
  return signedCode(content, base64(signature));
}

/** The keys of that device, as its bureau publishes them. */
export function aPublication(changes: Partial<PublishedKeys['keys'][number]> = {}): PublishedKeys {
  const point = p256.getPublicKey(A_SECRET, false);
  const { device } = aCodeContent();
  return {
    publishedAt: '2026-01-05T01:00:00.000Z',
    orgs: { hsg: '黄石港区城市管理执法局（示例）' },
    kinds: { D22: '行政处罚决定书' },
    keys: [{ device, x: base64(point.slice(1, 33)), y: base64(point.slice(33)), ...changes }],
  };
}
