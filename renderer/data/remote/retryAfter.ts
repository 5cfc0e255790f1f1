/** No server may close a device for longer than this, in milliseconds: a mistyped date would close it for years. */
const LONGEST_MS = 3_600_000;

/** `Retry-After`, seconds or a date, in milliseconds from now; undefined when the server does not say or it is past. */
export function retryAfterMs(header: string | null, nowMs: number = Date.now()): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - nowMs : seconds * 1000;
  return ms > 0 ? Math.min(ms, LONGEST_MS) : undefined;
}
