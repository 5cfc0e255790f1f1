import { err, ok, type Result } from '#shared/kernel/result.ts';

import { attachmentDigest, promisedSha256, sha256OfBlob } from './hashing.ts';
import { ATTACHMENT, multipartRelated } from './multipart.ts';

/** `fetch` with the caller's rules (deadline, no cookies); what it throws passes through. */
export type BlobFetch = (url: string, init: RequestInit) => Promise<Response>;
/** A database on the server, without a trailing slash, and the Authorization header. */
export type BlobTarget = { readonly databaseUrl: string; readonly authorization: string };
/** What to deliver: `photo:`, `thumb:` or `doc:` and the account and device it comes from. */
export type BlobUpload = { readonly key: string; readonly blob: Blob; readonly by: string; readonly device: string };

/** That the server holds exactly these bytes: stored now, or already there. */
export type BlobDelivery = { readonly is: 'stored' | 'already_there' };
/**
 * Why a blob is not on the server. `retry`: the same request may succeed later without anyone doing something
 * (a 202, a busy server); otherwise someone must look at it. `reason` is the server's own word.
 */
export type BlobRefusal = {
  readonly code: 'not_confirmed' | 'other_content' | 'forbidden' | 'unauthorized' | 'too_large' | 'server_error';
  readonly reason: string;
  readonly status: number;
  readonly retry: boolean;
};
/** Why a blob could not be had. `mismatch`: the server gave bytes, none of them the right ones. */
export type BlobLoadError = {
  readonly code: 'not_found' | 'mismatch' | 'forbidden' | 'unauthorized' | 'server_error';
  readonly status: number;
};

type Leaf = { readonly rev: string; readonly length: number | undefined; readonly digest: string | undefined };

/**
 * Delivers a blob in one PUT. It counts as delivered only when the server, asked afterwards, shows an attachment of the
 * same length and digest: after a 201, and also after a 409 (already there) or a 403 (an update, which the server's
 * rules refuse). A 202 is on too few nodes and is never delivered.
 */
export async function putBlob(
  fetcher: BlobFetch,
  target: BlobTarget,
  upload: BlobUpload,
): Promise<Result<BlobDelivery, BlobRefusal>> {
  const { key, blob, by, device } = upload;
  const { body, contentType } = multipartRelated(key, { kind: key.slice(0, key.indexOf(':')), by, device }, blob);
  const headers = { authorization: target.authorization, accept: 'application/json', 'content-type': contentType };
  const response = await fetcher(documentUrl(target, key), { method: 'PUT', headers, body, cache: 'no-store' });
  const { status } = response;
  const reason = await reasonOf(response);
  if (status !== 201 && status !== 409 && status !== 403) return err(refusalOf(status, reason));
  if (await isBlobThere(fetcher, target, key, blob)) return ok({ is: status === 201 ? 'stored' : 'already_there' });
  if (status === 403) return err({ code: 'forbidden', reason, status, retry: false });
  if (status === 201) return err({ code: 'not_confirmed', reason: 'stored but not as sent', status, retry: true });
  return err({ code: 'other_content', reason, status, retry: false });
}

/** True when the server shows an attachment of this length and digest under the key. */
export async function isBlobThere(fetcher: BlobFetch, target: BlobTarget, key: string, blob: Blob): Promise<boolean> {
  const digest = await attachmentDigest(blob);
  const leaves = await leavesOf(fetcher, target, key);
  return leaves.some((leaf) => leaf.length === blob.size && leaf.digest === digest);
}

/**
 * Fetches a blob and gives it only when its SHA-256 is the key's (`expectedSha256` for thumbnails, whose key names the
 * original). The winning revision is never trusted: when it is not the right one, every other leaf is tried.
 */
export async function getBlob(
  fetcher: BlobFetch,
  target: BlobTarget,
  key: string,
  expectedSha256?: string,
): Promise<Result<Blob, BlobLoadError>> {
  const expected = promisedSha256(key) ?? expectedSha256;
  if (expected === undefined) return err({ code: 'mismatch', status: 0 });
  const url = `${documentUrl(target, key)}/${ATTACHMENT}`;
  const init: RequestInit = { headers: { authorization: target.authorization }, cache: 'no-store' };
  const winner = await fetcher(url, init);
  if (winner.ok) {
    const blob = await winner.blob();
    if ((await sha256OfBlob(blob)) === expected) return ok(blob);
  } else if (winner.status !== 404) return err(loadErrorOf(winner.status));
  const leaves = await leavesOf(fetcher, target, key);
  for (const leaf of leaves) {
    const response = await fetcher(`${url}?rev=${encodeURIComponent(leaf.rev)}`, init);
    if (!response.ok) continue;
    const blob = await response.blob();
    if ((await sha256OfBlob(blob)) === expected) return ok(blob);
  }
  return err(
    winner.ok || leaves.length > 0 ? { code: 'mismatch', status: winner.status } : { code: 'not_found', status: 404 },
  );
}

function documentUrl(target: BlobTarget, key: string): string {
  return `${target.databaseUrl}/${encodeURIComponent(key)}`;
}

/** Every leaf of a blob's document that has an attachment, deleted winners or not; empty when there is no document. */
async function leavesOf(fetcher: BlobFetch, target: BlobTarget, key: string): Promise<readonly Leaf[]> {
  const headers = { authorization: target.authorization, accept: 'application/json' };
  const response = await fetcher(`${documentUrl(target, key)}?open_revs=all`, { headers, cache: 'no-store' });
  if (!response.ok) return [];
  const rows: unknown = await response.json().catch(() => []);
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) => leafOf(record(record(row)?.['ok'])));
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

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text().catch(() => '');
  try {
    const reason = record(JSON.parse(text))?.['reason'];
    if (typeof reason === 'string') return reason.slice(0, 300);
  } catch {
    // Not JSON: a proxy's page, say; its first words are the reason.
  }
  return text.slice(0, 300) || String(response.status);
}

function refusalOf(status: number, reason: string): BlobRefusal {
  if (status === 202) return { code: 'not_confirmed', reason, status, retry: true };
  if (status === 401) return { code: 'unauthorized', reason, status, retry: true };
  if (status === 413) return { code: 'too_large', reason, status, retry: false };
  return {
    code: 'server_error',
    reason,
    status,
    retry: status >= 500 || status === 404 || status === 408 || status === 429,
  };
}

function loadErrorOf(status: number): BlobLoadError {
  if (status === 401) return { code: 'unauthorized', status };
  return { code: status === 403 ? 'forbidden' : 'server_error', status };
}
