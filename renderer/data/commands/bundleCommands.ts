import { refuse, type Handlers } from '../dispatch.ts';
import { importBundle } from '../exchange/importBundle.ts';
import { previewBundle } from '../exchange/preview.ts';
import { unsettledStates } from '../exchange/states.ts';
import { PortError } from '../port.ts';

type Names = 'bundle.states' | 'bundle.preview' | 'bundle.import';

/** Work carried from one device to another in a file. */
export const BUNDLE_COMMANDS: Pick<Handlers, Names> = {
  'bundle.states': async (ctx) => ({ ok: true, value: await unsettledStates(ctx) }),
  'bundle.preview': (ctx, { bundle }) => told(async () => ({ ok: true, value: await previewBundle(ctx, bundle) })),
  'bundle.import': (ctx, { bundle }) =>
    told(async () => {
      if (ctx.session.profile === undefined) return refuse('not_signed_in');
      const { trust } = await previewBundle(ctx, bundle);
      if (trust === 'forged') return refuse('bundle_forged');
      return { ok: true, value: await importBundle(ctx, bundle) };
    }),
};

/** Main's own reasons about the bundle file keep their code: each has its own message. */
async function told<T>(work: () => Promise<T>): Promise<T | ReturnType<typeof refuse>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PortError && (error.code.startsWith('bundle_') || error.code === 'read_failed'))
      return refuse(error.code, { subject: error.message });
    throw error;
  }
}
