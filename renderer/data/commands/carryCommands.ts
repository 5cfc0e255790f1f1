import { z } from 'zod';

import { parseHeldRole } from '#shared/access/roles.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import { isWholeNow } from '../outbox/confirm.ts';
import { pushEvents } from '../outbox/push.ts';
import { forgetBlob } from '../photos/blobNotes.ts';
import { findSendable } from '../photos/blobRows.ts';
import { judgeBlob, sendBlob } from '../photos/remoteBlob.ts';
import { watchedSend } from '../photos/watchedSend.ts';
import type { Remote } from '../remote/remote.ts';
import { basicHeader } from '../session/session.ts';
import type { BlobRow } from '../tables.ts';

const sessionShape = z.looseObject({ userCtx: z.looseObject({ roles: z.array(z.string()) }) });

/** What waits for people who are not here goes up by an account that may carry it; its password is kept nowhere. */
export const CARRY_COMMANDS: Pick<Handlers, 'sync.carry'> = {
  'sync.carry': async (ctx, { user, password }) => {
    const remote = ctx.remote;
    if (remote === undefined) return refuse('no_server');
    const authorization = basicHeader(user, password);
    remote.gate.typed(authorization);
    const session = await remote.read(sessionShape, '/_session', { authorization });
    const isCarrier = session.userCtx.roles.some((role) => parseHeldRole(role)?.role === 'carrier');
    if (!isCarrier) return refuse('not_a_carrier', { subject: user });
    const events = await ctx.db.outbox.where('state').equals('waiting').toArray();
    const blobs = await ctx.db.blobs.where('state').equals('waiting').toArray();
    let carried = 0;
    for (const by of new Set(events.map((row) => row.by))) carried += await pushEvents(ctx, remote, authorization, by);
    for (const row of blobs) carried += await carryBlob(ctx, remote, authorization, row);
    return { ok: true, value: { carried } };
  },
};

/** One photo or document; what the server does not take now goes on waiting. Answers 1 when it has it. */
async function carryBlob(ctx: Context, remote: Remote, authorization: string, row: BlobRow): Promise<number> {
  const found = await findSendable(ctx, row);
  if (found === undefined) return 0;
  const target = { databaseUrl: `${remote.url}/${row.db}`, authorization };
  const send = watchedSend(remote, authorization, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const device = row.device ?? ctx.runtime.device;
  const sent = await sendBlob(send, target, { key: row.key, blob: found.blob, by: row.by, device });
  if (!sent.ok) return 0;
  const mark = { key: row.key, bytes: found.blob.size, digest: found.digest };
  const there = await judgeBlob((url, init) => remote.guarded(url, init), target, mark, sent.value);
  if (!there.ok) return 0;
  // A server that once took it with too few of its nodes says that it has it while the others are away.
  const isDoubted = row.partly === true && there.value.is === 'already_there';
  if (isDoubted && !(await isWholeNow(remote, authorization, row.db, ctx.runtime.device))) return 0;
  await ctx.db.blobs.update(row.key, { state: 'server', partly: undefined });
  await forgetBlob(ctx, row.key);
  return 1;
}
