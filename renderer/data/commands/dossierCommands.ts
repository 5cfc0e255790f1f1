import { refuse, type Handlers } from '../dispatch.ts';
import { exportDossier } from '../dossier/exportDossier.ts';

/** The dossier of a case (案卷): a file to be saved. Nothing is written by it. */
export const DOSSIER_COMMANDS: Pick<Handlers, 'dossier.export'> = {
  'dossier.export': async (ctx, { caseId, order }) => {
    if (ctx.session.profile === undefined) return refuse('not_signed_in');
    try {
      return await exportDossier(ctx, caseId, order, async (progress) => {
        await ctx.db.meta.put({ key: 'dossier', value: progress });
      });
    } finally {
      await ctx.db.meta.delete('dossier');
    }
  },
};
