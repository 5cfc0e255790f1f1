import { z } from 'zod';

import { instantField, orgField, userField } from '../events/fields.ts';

/** What the ids of documents of `bureau` begin with that are published once and never changed. */
export const PUBLISHED_PREFIXES = ['checklist:', 'areas:'] as const;

/** True for the id of a document that is published once and never changed. */
export function isPublishedId(id: string): boolean {
  return PUBLISHED_PREFIXES.some((prefix) => id.startsWith(prefix));
}

/**
 * What every published document has: a version of something as the one text of it, so that no server rewrites a number, the text's
 * SHA-256, and who published it when.
 */
export const publishedShape = z.object({
  _id: z.string(),
  version: z.int().min(1),
  text: z.string().max(2_000_000),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  by: userField,
  device: z.uuid(),
  org: orgField,
  publishedAt: instantField,
});
/** See `publishedShape`. */
export type PublishedDocument = z.infer<typeof publishedShape>;
/** By whom, where and when something is published. */
export type Publisher = Pick<PublishedDocument, 'by' | 'device' | 'org' | 'publishedAt'>;

/** Why a published document is not used, by its id. */
export type PublishedProblem = { readonly id: string; readonly reason: string };

/** The first thing that a document has against its schema. */
export function issueOf(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'against its schema' : `${issue.path.join('.')}: ${issue.message}`;
}
