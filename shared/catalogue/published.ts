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

/** A fault of a text in words of a program, for the administrator who asks. */
export function faultOf([fault]: readonly Fault[]): string {
  return `${fault?.place ?? ''}: ${fault?.code ?? ''} ${fault?.subject ?? ''}`.trim();
}
type Fault = { readonly place: string; readonly code: string; readonly subject?: string | undefined };

/** What was published and is used beside the files, in the order of ids, and what is not, with the reason. */
export type Beside<R> = { readonly used: readonly R[]; readonly problems: readonly PublishedProblem[] };

/**
 * Reads documents that stand beside files. A file of the same version (`fileOf` answers its text) stays; a document that says
 * something else there, and one that cannot be used, are named.
 */
export function besideFiles<R extends { readonly doc: Published }>(
  docs: readonly { readonly id: string; readonly doc: unknown }[],
  read: (doc: unknown) => Result<R, string>,
  fileOf: (published: R) => string | undefined,
): Beside<R> {
  const used: R[] = [];
  const problems: PublishedProblem[] = [];
  for (const { id, doc } of docs.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const published = read(doc);
    if (!published.ok) {
      problems.push({ id, reason: published.error });
      continue;
    }
    const file = fileOf(published.value);
    if (file === undefined) used.push(published.value);
    else if (file !== published.value.doc.text) problems.push({ id, reason: 'a file has this version' });
  }
  return { used, problems };
}

/** The version of a catalogue that speaks for what is used beside its files, too. */
export function versionBeside(version: string, used: Beside<{ readonly doc: Published }>['used']): string {
  return sha256Text(JSON.stringify([version, ...used.map(({ doc }) => doc.hash)])).slice(0, 12);
}
