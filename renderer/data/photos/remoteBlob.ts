import { err, ok, type Result } from '#shared/kernel/result.ts';

import { problemOfStatus } from '../remote/problem.ts';
import { retryAfterMs } from '../remote/retryAfter.ts';

import { promisedSha256, sha256OfBlob } from './hashing.ts';
import { ATTACHMENT, multipartRelated } from './multipart.ts';
import { reasonOf, refusalOf, type BlobRefusal } from './serverAnswer.ts';
import { documentUrl, leavesOf, type BlobFetch, type BlobTarget, type SendBody } from './serverLeaves.ts';

/** What to deliver: `photo:`, `thumb:` or `doc:` and the account and device it comes from. */
export type BlobUpload = { readonly key: string; readonly blob: Blob; readonly by: string; readonly device: string };
/** What the server must hold of a blob for it to count as delivered. */
export type BlobMark = { readonly key: string; readonly bytes: number; readonly digest: string };
/** The server took the PUT or said that it has the document; whether it holds these bytes is still to be asked. */
export type BlobSent = { readonly status: 201 | 403 | 409; readonly reason: string };

/** That the server holds exactly these bytes: stored now, or already there. */
export type BlobDelivery = { readonly is: 'stored' | 'already_there' };
/** Why a blob could not be had. `mismatch`: the server gave bytes, none of them the right ones. */
export type BlobLoadError = {
  readonly code: 'not_found' | 'mismatch' | 'forbidden' | 'unauthorized' | 'server_error';
  readonly status: number;
};

/**
 * Sends a blob in one PUT. That delivers nothing yet: it counts as delivered only when the server, asked afterwards
 * (`judgeBlob`, or `stubsOf` for many), shows an attachment of the same length and digest, after a 201, and also after a
 * 409 (already there) or a 403 (an update, which the server's rules refuse). A 202 is on too few nodes: refused here.
 */
export async function sendBlob(
  send: SendBody,
  target: BlobTarget,
  { key, blob, by, device }: BlobUpload,
): Promise<Result<BlobSent, BlobRefusal>> {
  const { body, contentType } = multipartRelated(key, { kind: key.slice(0, key.indexOf(':')), by, device }, blob);
  const headers = { authorization: target.authorization, accept: 'application/json', 'content-type': contentType };
  const response = await send(documentUrl(target, key), headers, body);
  const { status } = response;
  const reason = await reasonOf(response);
  // Too many wrong passwords from this office are answered with 403, too: no photo is to blame for that.
  if (problemOfStatus(status, reason) === 'account_locked')
    return err({ code: 'account_locked', reason, status, retry: true });
  if (status === 201 || status === 409 || status === 403) return ok({ status, reason });
  return err({ ...refusalOf(status, reason), retryAfterMs: retryAfterMs(response.headers.get('retry-after')) });
}

/** Compares every leaf on the server with what was sent. */
export async function judgeBlob(
  fetcher: BlobFetch,
  target: BlobTarget,
  { key, bytes, digest }: BlobMark,
  { status, reason }: BlobSent,
): Promise<Result<BlobDelivery, BlobRefusal>> {
  const leaves = await leavesOf(fetcher, target, key);
  // Asking failed: that says nothing about the photo.
  if (!leaves.ok) return err(refusalOf(leaves.error, reason));
  if (leaves.value.some((leaf) => leaf.length === bytes && leaf.digest === digest))
    return ok({ is: status === 201 ? 'stored' : 'already_there' });
  if (status === 403) return err({ code: 'forbidden', reason, status, retry: false });
  if (status === 201) return err({ code: 'not_confirmed', reason: 'stored but not as sent', status, retry: true });
  return err({ code: 'other_content', reason, status, retry: false });
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
  const init: RequestInit = { headers: { authorization: target.authorization } };
  const winner = await fetcher(url, init);
  if (winner.ok) {
    const blob = await winner.blob();
    if ((await sha256OfBlob(blob)) === expected) return ok(blob);
  } else if (winner.status !== 404) return err(loadErrorOf(winner.status));
  const asked = await leavesOf(fetcher, target, key);
  const leaves = asked.ok ? asked.value : [];
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

function loadErrorOf(status: number): BlobLoadError {
  if (status === 401) return { code: 'unauthorized', status };
  return { code: status === 403 ? 'forbidden' : 'server_error', status };
}
