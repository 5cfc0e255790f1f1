import type { Exchange } from '../../integration/countingLine.ts';

/**
 * What one sync asked for; `requests`, `content` (paths and bodies) and `bytes` (with all headers) of the database that took
 * most, `told` all of it in words.
 */
export type Round = {
  readonly ms: number;
  readonly requests: number;
  readonly content: number;
  readonly bytes: number;
  readonly allBytes: number;
  readonly told: string;
};

/** Sums a sync up by database. Long polls are no part of it: they stay open from sync to sync. */
export function sumUp(exchanges: readonly Exchange[], ms: number): Round {
  const asked = exchanges.filter(({ path }) => !path.includes('feed=longpoll'));
  const databases = new Map<string, { requests: number; content: number; bytes: number }>();
  for (const { path, content, bytes } of asked) {
    const name = path.slice(1).split(/[/?]/, 1)[0] ?? '';
    const sum = databases.get(name) ?? { requests: 0, content: 0, bytes: 0 };
    databases.set(name, { requests: sum.requests + 1, content: sum.content + content, bytes: sum.bytes + bytes });
  }
  // What is asked of the server itself, its clock and who is signed in, belongs to no database.
  const own = [...databases].filter(([name]) => name !== '' && !name.startsWith('_'));
  return {
    ms,
    requests: Math.max(0, ...own.map(([, { requests }]) => requests)),
    content: Math.max(0, ...own.map(([, { content }]) => content)),
    bytes: Math.max(0, ...own.map(([, { bytes }]) => bytes)),
    allBytes: asked.reduce((sum, { bytes }) => sum + bytes, 0),
    told: [...databases]
      .map(([name, { requests, bytes }]) => `${name || '/'} ${String(requests)} × ${String(bytes)} B`)
      .join(', '),
  };
}
