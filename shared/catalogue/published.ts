import { z } from 'zod';

import { instantField, orgField, userField } from '../events/fields.ts';
import { sha256Text } from '../kernel/hash.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isCleanText } from '../kernel/text.ts';

/** What the ids of published documents begin with. */
export const PUBLISHED = ['checklist:', 'programme:', 'areas:'] as const;

/**
 * What an administrator publishes: a document of the database `bureau`, written once and never changed. What it says is a text, so
 * that no server rewrites a number of it; `hash` is its SHA-256.
 */
export const publishedField = z.object({
  _id: z.string(),
  version: z.int().min(1),
  text: z.string().max(2_000_000),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  by: userField,
  device: z.uuid(),
  org: orgField,
  publishedAt: instantField,
});
/** See `publishedField`. */
export type Published = z.infer<typeof publishedField>;
/** By whom, from where and when something is published. */
export type Publisher = Pick<Published, 'by' | 'device' | 'org' | 'publishedAt'>;

/** Why a published document is not used, by its id. */
export type PublishedProblem = { readonly id: string; readonly reason: string };

/** True for the id of a document that was published and never changes. */
export function isPublished(id: string): boolean {
  return PUBLISHED.some((prefix) => id.startsWith(prefix));
}

/** Reads such a document by its schema; refused with a reason when it is not what it says. */
export function readSealed<T extends Published>(schema: z.ZodType<T>, doc: unknown): Result<T, string> {
  const read = schema.safeParse(doc);
  if (!read.success) return err(issueOf(read.error));
  const { text, hash } = read.data;
  return sha256Text(text) === hash && isCleanText(text) ? ok(read.data) : err('its text does not match its hash');
}

/** The first issue in words of a program, for the administrator who asks. */
export function issueOf(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'against its schema' : `${issue.path.join('.')}: ${issue.message}`;
}
