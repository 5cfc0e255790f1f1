import type { EventEnvelope } from '#shared/events/envelope.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import type { ServerClient } from '../server-setup/client.ts';

import { leavesOf, missingIn, writeCopies } from './records.ts';

/** A photo, thumbnail or document that records name, and what its bytes must hash to. */
export type NamedFile = { readonly key: string; readonly sha256: string };
/** What became of the files: copied now, and those that no database of the giver has yet. */
export type CopiedFiles = { readonly copied: number; readonly waiting: readonly string[] };

type Attachment = { readonly data?: string; readonly content_type?: string };

/** Every file that the records name. */
export function filesOf(events: Iterable<EventEnvelope>): readonly NamedFile[] {
  const files = new Map<string, NamedFile>();
  const add = (kind: string, name: string, sha256: string): void => {
    files.set(`${kind}:${name}`, { key: `${kind}:${name}`, sha256 });
  };
  for (const { type, data } of events) {
    if (type === 'document.issued' && data.pdf !== undefined) add('doc', data.pdf.sha256, data.pdf.sha256);
    if (type !== 'photo.added') continue;
    add('photo', data.sha256, data.sha256);
    if (data.thumb !== undefined) add('thumb', data.sha256, data.thumb.sha256);
  }
  return [...files.values()];
}

/**
 * Copies the files that the receiver lacks, one at a time, from the first of the giver's databases that has the right
 * bytes. Author and device stay what they are. Undefined when the receiver has no such database.
 */
export async function copyFiles(
  client: ServerClient,
  from: readonly string[],
  to: string,
  files: readonly NamedFile[],
): Promise<CopiedFiles | undefined> {
  const missing = await missingIn(
    client,
    to,
    files.map(({ key }) => key),
  );
  if (missing === undefined) return undefined;
  const waiting: string[] = [];
  let copied = 0;
  for (const file of files.filter(({ key }) => missing.includes(key))) {
    const doc = await trueFile(client, from, file);
    if (doc === undefined || (await writeCopies(client, to, [doc])).length > 0) waiting.push(file.key);
    else copied += 1;
  }
  return { copied, waiting };
}

async function trueFile(
  client: ServerClient,
  from: readonly string[],
  { key, sha256 }: NamedFile,
): Promise<Record<string, unknown> | undefined> {
  for (const db of from)
    for (const leaf of await leavesOf(client, db, key, true)) {
      const attachments = Object.entries((leaf['_attachments'] ?? {}) as Readonly<Record<string, Attachment>>);
      const [name, first] = attachments[0] ?? [];
      if (name === undefined || first?.data === undefined || attachments.length !== 1) continue;
      if (sha256Hex(Buffer.from(first.data, 'base64')) !== sha256) continue;
      const { kind, by, device } = leaf;
      return {
        ...{ _id: key, kind, by, device },
        _attachments: { [name]: { content_type: first.content_type, data: first.data } },
      };
    }
  return undefined;
}
