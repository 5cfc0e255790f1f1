import { refuse, type Handlers } from '../dispatch.ts';
import { drawDocument } from '../rendering/renderDocument.ts';

import { openFile, paperModel } from './paperSources.ts';

/** Papers of a file that are made from its records: drawn when somebody wants them, kept once they come back signed. */
export const PAPER_COMMANDS: Pick<Handlers, 'paper.draw'> = {
  'paper.draw': async (ctx, { caseId, kind, event }) => {
    if (ctx.session.profile === undefined) return refuse('not_signed_in');
    const file = await openFile(ctx, caseId);
    if (!file.ok) return file;
    const model = await paperModel(ctx, file.value, kind, event);
    if (!model.ok) return model;
    return { ok: true, value: await drawDocument({ model: model.value }) };
  },
};
