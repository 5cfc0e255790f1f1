import { orgCardField } from '#shared/access/directory.ts';

import { refuse, type Handlers } from '../dispatch.ts';

import { openStep, writeStep } from './caseStep.ts';

/** A case goes to another organisation of the bureau; its database gets the copies from a carrier (移交). */
export const HANDOVER_COMMANDS: Pick<Handlers, 'case.handOver'> = {
  'case.handOver': (ctx, { caseId, to, reason }) =>
    ctx.writing.run(async () => {
      const step = await openStep(ctx, caseId, 'handOver', 'case.handedOver', { receiver: to });
      if (!step.ok) return step;
      const card = orgCardField.safeParse((await ctx.db.directory.get(`org:${to}`))?.doc);
      if (!card.success) return refuse('receiver_unknown', { subject: to });
      return writeStep(ctx, step.value, { type: 'case.handedOver', data: { to, reason } });
    }),
};
