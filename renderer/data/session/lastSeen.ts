import { z } from 'zod';

import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';

import type { Profile } from './session.ts';

const DAY_MS = 86_400_000;
const seenDoc = z.looseObject({ at: z.string(), user: z.string(), _rev: z.string().optional() });

/** What a device said of itself when it was last at the server. */
export type Seen = { readonly at: string; readonly user: string };

/** `_local` documents are not replicated and not in `_changes`: telling it costs other devices nothing. */
function pathOf(device: string): string {
  return `/bureau/_local/seen-${device}`;
}

/**
 * Tells the server once a day, and at each sign-in, that this device is in use. A hint for administrators: nothing
 * depends on it, so a refusal changes nothing.
 */
export async function saySeen(ctx: Context, remote: Remote, authorization: string, profile: Profile): Promise<void> {
  const path = pathOf(ctx.runtime.device);
  const before = await remote.fetch(path, { authorization });
  const old = before.ok ? seenDoc.safeParse(await before.json()).data : undefined;
  const seen: Seen = { at: ctx.clock.nowIso(), user: profile.user };
  const body = { ...(old?._rev === undefined ? {} : { _rev: old._rev }), ...seen };
  await remote.fetch(path, { method: 'PUT', authorization, body });
  await ctx.db.meta.put({ key: 'saidSeen', value: ctx.clock.nowMs() });
}

/** As `saySeen`, when a day has passed since the last time. */
export async function saySeenDaily(
  ctx: Context,
  remote: Remote,
  authorization: string,
  profile: Profile,
): Promise<void> {
  const last = (await ctx.db.meta.get('saidSeen'))?.value;
  if (typeof last === 'number' && Math.abs(ctx.clock.nowMs() - last) < DAY_MS) return;
  await saySeen(ctx, remote, authorization, profile);
}

/** When a device was last at the server, as it said; undefined when it never did. */
export async function readSeen(remote: Remote, authorization: string, device: string): Promise<Seen | undefined> {
  const response = await remote.fetch(pathOf(device), { authorization });
  const seen = response.ok ? seenDoc.safeParse(await response.json()).data : undefined;
  return seen === undefined ? undefined : { at: seen.at, user: seen.user };
}
