import { createHash, randomBytes, randomUUID } from 'node:crypto';

import { sealEvent, type EventEnvelope } from '#shared/events/envelope.ts';
import type { EventType } from '#shared/events/registry.ts';
import { nextStamp } from '#shared/kernel/hlc.ts';
import { uuidv7 } from '#shared/kernel/uuid.ts';

type Author = { readonly by: string; readonly org: string; readonly role?: string; readonly device?: string };

const AT_MS = Date.UTC(2026, 4, 1, 8);
const SUPERVISION = { reason: '示例：照片不清' };

/** A fresh stream of a case opened in 2026. */
export function aCaseStream(): string {
  return `case:${uuidv7(AT_MS, randomBytes(10))}`;
}

/** A truly sealed event; its data is that of a returned case, which the server does not look at. */
export function anEvent(
  { by, org, role = 'officer', device = randomUUID() }: Author,
  type: EventType = 'case.found',
  stream = aCaseStream(),
): EventEnvelope {
  const header = {
    v: 1,
    kind: 'event',
    stream,
    at: nextStamp(undefined, AT_MS + Math.floor(Math.random() * 1e6)),
    wallAt: new Date(AT_MS).toISOString(),
    by,
    role: `${org}/${role}`,
    org,
    device,
    log: randomBytes(8).toString('hex'),
    n: 1,
    rules: 1,
    catalogue: 'test',
  } as const;
  return sealEvent(type as 'supervision.returned', header, SUPERVISION);
}

/** A photo's document with its bytes in JSON form. */
export function aPhoto(
  { by, device = randomUUID() }: Pick<Author, 'by' | 'device'>,
  bytes: Uint8Array = randomBytes(2000),
): Record<string, unknown> & { readonly _id: string } {
  const _id = `photo:${createHash('sha256').update(bytes).digest('hex')}`;
  return {
    _id,
    kind: 'photo',
    by,
    device,
    _attachments: { original: { content_type: 'image/jpeg', data: Buffer.from(bytes).toString('base64') } },
  };
}
