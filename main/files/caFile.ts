import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { err, ok, type Result } from '#shared/kernel/result.ts';

/** A bureau's own certificate authorities, as a PEM file holds them. */
export type CaFile = {
  readonly path: string;
  /** Subject of the first one in one line, as a person compares it. */
  readonly subject: string;
  /** When the first of them ends, ISO 8601. */
  readonly validUntil: string;
  readonly certificates: readonly X509Certificate[];
};

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const MAX_BYTES = 1_000_000;

/** Reads a PEM file of certificate authorities. Refused: unreadable, no certificate, one that is no authority, one expired. */
export async function readCaFile(path: string, nowMs: number): Promise<Result<CaFile, 'bad_ca'>> {
  let certificates: readonly X509Certificate[];
  try {
    const text = await readFile(path, 'utf8');
    if (text.length > MAX_BYTES) return err('bad_ca');
    certificates = (text.match(BLOCK) ?? []).map((block) => new X509Certificate(block));
  } catch {
    return err('bad_ca');
  }
  const [first] = certificates;
  if (first === undefined) return err('bad_ca');
  const ends = certificates.map(({ validTo }) => Date.parse(validTo));
  if (certificates.some(({ ca }) => !ca) || ends.some((end) => !(end > nowMs))) return err('bad_ca');
  const subject = first.subject.split('\n').join(', ');
  return ok({ path, subject, validUntil: new Date(Math.min(...ends)).toISOString(), certificates });
}
