import { z } from 'zod';

import { parseHeldRole } from '#shared/access/roles.ts';

import { refuse, type Handlers } from '../dispatch.ts';
import { pushEvents } from '../outbox/push.ts';
import { pushBlobs } from '../outbox/pushBlobs.ts';
import { basicHeader } from '../session/session.ts';

const sessionShape = z.looseObject({ userCtx: z.looseObject({ roles: z.array(z.string()) }) });

/** What waits for people who are not here goes up by an account that may carry it; its password is kept nowhere. */
export const CARRY_COMMANDS: Pick<Handlers, 'sync.carry'> = {
  'sync.carry': async (ctx, { user, password }) => {
    const remote = ctx.remote;
    if (remote === undefined) return refuse('no_server');
    const authorization = basicHeader(user, password);
    remote.gate.typed(authorization);
    const session = sessionShape.parse(await remote.json('/_session', { authorization }));
    const isCarrier = session.userCtx.roles.some((role) => parseHeldRole(role)?.role === 'carrier');
    if (!isCarrier) return refuse('not_a_carrier', { subject: user });
    const events = await ctx.db.outbox.where('state').equals('waiting').toArray();
    const blobs = await ctx.db.blobs.where('state').equals('waiting').toArray();
    let carried = 0;
    for (const by of new Set(events.map((row) => row.by))) carried += await pushEvents(ctx, remote, authorization, by);
    for (const by of new Set(blobs.map((row) => row.by))) carried += await pushBlobs(ctx, remote, authorization, by);
    return { ok: true, value: { carried } };
  },
};
