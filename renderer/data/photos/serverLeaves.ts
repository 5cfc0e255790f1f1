import { err, ok, type Result } from '#shared/kernel/result.ts';

import { retryAfterMs } from '../remote/retryAfter.ts';

import { ATTACHMENT } from './multipart.ts';
import { reasonOf, record, refusalOf, type BlobRefusal } from './serverAnswer.ts';

/** `fetch` with the caller's rules (deadline, no cookies); what it throws passes through. */
export type BlobFetch = (url: string, init: RequestInit) => Promise<Response>;
/** Sends one PUT whose body is a blob; what it throws passes through. */
export type SendBody = (url: string, headers: Readonly<Record<string, string>>, body: Blob) => Promise<Response>;
/** A database on the server, without a trailing slash, and the Authorization header. */
export type BlobTarget = { readonly databaseUrl: string; readonly authorization: string };
/** One revision of a blob's document: what the server says of its attachment. */
export type Leaf = { readonly rev: string; readonly length: number | undefined; readonly digest: string | undefined };

/** The URL of a blob's document. */
export function documentUrl(target: BlobTarget, key: string): string {
  return `${target.databaseUrl}/${encodeURIComponent(key)}`;
}

/**
 * Every leaf of a blob's document that has an attachment, deleted winners or not; empty when there is no document. The
 * status when the server did not answer that.
 */
export async function leavesOf(
  fetcher: BlobFetch,
  target: BlobTarget,
  key: string,
): Promise<Result<readonly Leaf[], number>> {
  const headers = { authorization: target.authorization, accept: 'application/json' };
  const response = await fetcher(`${documentUrl(target, key)}?open_revs=all`, { headers });
  if (response.status === 404) return ok([]);
  const rows: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
  if (!Array.isArray(rows)) return err(response.ok ? 502 : response.status);
  return ok(rows.flatMap((row: unknown) => leafOf(record(record(row)?.['ok']))));
}

/** The attachments of these documents as the server's winning revisions show them: one request for all. */
export async function stubsOf(
  fetcher: BlobFetch,
  target: BlobTarget,
  keys: readonly string[],
): Promise<Result<ReadonlyMap<string, Omit<Leaf, 'rev'>>, BlobRefusal>> {
  const response = await fetcher(`${target.databaseUrl}/_all_docs?include_docs=true`, {
    method: 'POST',
    headers: { authorization: target.authorization, accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ keys }),
  });
  const answer: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
  const rows = record(answer)?.['rows'];
  if (!Array.isArray(rows)) {
    const refusal = response.ok ? refusalOf(502, 'not JSON') : refusalOf(response.status, await reasonOf(response));
    return err({ ...refusal, retryAfterMs: retryAfterMs(response.headers.get('retry-after')) });
  }
  const found = rows.flatMap((row: unknown) => {
    const document = record(record(row)?.['doc']);
    const id = document?.['_id'];
    return typeof id === 'string' ? leafOf(document).map((leaf) => [id, leaf] as const) : [];
  });
  return ok(new Map(found));
}

function leafOf(document: Readonly<Record<string, unknown>> | undefined): readonly Leaf[] {
  const stub = record(record(document?.['_attachments'])?.[ATTACHMENT]);
  const [rev, length, digest] = [document?.['_rev'], stub?.['length'], stub?.['digest']];
  if (typeof rev !== 'string' || stub === undefined) return [];
  return [
    {
      rev,
      length: typeof length === 'number' ? length : undefined,
      digest: typeof digest === 'string' ? digest : undefined,
    },
  ];
}
