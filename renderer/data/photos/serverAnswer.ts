import { problemOfStatus } from '../remote/problem.ts';

/**
 * Why a blob is not on the server. `retry`: the same request may succeed later without anyone doing something
 * (a 202, a busy server); otherwise someone must look at it. `reason` is the server's own word.
 */
export type BlobRefusal = {
  readonly code:
    'not_confirmed' | 'other_content' | 'forbidden' | 'unauthorized' | 'account_locked' | 'too_large' | 'server_error';
  readonly reason: string;
  readonly status: number;
  readonly retry: boolean;
  /** How long the server asked to be left alone, where it said so and the page may read it. */
  readonly retryAfterMs?: number | undefined;
};

/** A JSON object, or undefined. */
export function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** The server's own word for a refusal. */
export async function reasonOf(response: Response): Promise<string> {
  const text = await response.text().catch(() => '');
  try {
    const reason = record(JSON.parse(text))?.['reason'];
    if (typeof reason === 'string') return reason.slice(0, 300);
  } catch {
    // Not JSON: a proxy's page, say; its first words are the reason.
  }
  return text.slice(0, 300) || String(response.status);
}

/** A status other than success as a refusal. */
export function refusalOf(status: number, reason: string): BlobRefusal {
  const problem = problemOfStatus(status, reason);
  if (status === 202) return { code: 'not_confirmed', reason, status, retry: true };
  if (problem === 'wrong_password') return { code: 'unauthorized', reason, status, retry: true };
  if (problem === 'account_locked') return { code: 'account_locked', reason, status, retry: true };
  if (status === 403) return { code: 'forbidden', reason, status, retry: false };
  if (status === 413) return { code: 'too_large', reason, status, retry: false };
  return {
    code: 'server_error',
    reason,
    status,
    retry: status >= 500 || status === 404 || status === 408 || status === 429,
  };
}
