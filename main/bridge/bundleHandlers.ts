import type { BUNDLE_BRIDGE, BUNDLE_PORT } from '#shared/bridge/bundleChannels.ts';
import type { BundleRefusal } from '#shared/exchange/bundleRefusal.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { BundleDesk } from '../exchange/bundleDesk.ts';
import { BundleError } from '../exchange/bundleError.ts';
import type { RecoveryKeeper } from '../exchange/recoveryKeeper.ts';
import { errnoOf } from '../files/durable.ts';

import type { BridgeHandlers, PortHandlers, Refusal } from './dispatch.ts';

/** Asks the person for a path; undefined when the dialog was closed. */
export type ChoosePaths = {
  readonly toSave: (name: string) => Promise<string | undefined>;
  readonly bundle: () => Promise<string | undefined>;
  readonly key: () => Promise<string | undefined>;
};

type Code = BundleRefusal | 'write_failed';

async function told<T>(work: () => Promise<T>): Promise<Result<T, Refusal<Code>>> {
  try {
    return ok(await work());
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    return err({ code: error.code, ...(error.detail === undefined ? {} : { detail: error.detail }) });
  }
}

/** What a window may do with bundles. */
export function bundleHandlers(
  desk: BundleDesk,
  choose: ChoosePaths,
): Pick<BridgeHandlers, keyof typeof BUNDLE_BRIDGE> {
  return {
    'bundle.summary': async () => {
      const { recoveryKey, events, blobs, bytes } = await desk.summary();
      const counts = { events, blobs, bytes };
      if (recoveryKey === undefined) return ok(counts);
      return ok({ ...counts, recoveryKey: { keyId: recoveryKey.keyId, madeAt: recoveryKey.madeAt } });
    },
    'bundle.export': ({ states }) =>
      told(async () => {
        const path = await choose.toSave(desk.fileName());
        if (path === undefined) return { saved: false as const };
        const written = await desk.exportTo(path, new Map(Object.entries(states)));
        return { saved: true as const, path, ...written };
      }),
    'bundle.progress': () => Promise.resolve(ok(desk.progress)),
    'bundle.cancel': () => {
      desk.cancel();
      return Promise.resolve(ok({}));
    },
    'bundle.pick': () =>
      told(async () => {
        const path = await choose.bundle();
        return path === undefined
          ? { picked: false as const }
          : { picked: true as const, ...(await desk.pickBundle(path)) };
      }),
    'bundle.pickKey': () =>
      told(async () => {
        const path = await choose.key();
        return path === undefined
          ? { picked: false as const }
          : { picked: true as const, ...(await desk.pickKey(path)) };
      }),
    'bundle.open': ({ passphrase }) => told(async () => ({ bundle: (await desk.open(passphrase)).id })),
    'bundle.close': async () => {
      await desk.close();
      return ok({});
    },
  };
}

/** What the data worker may ask about bundles. */
export function bundlePortHandlers(
  desk: BundleDesk,
  recovery: RecoveryKeeper,
): Pick<PortHandlers, keyof typeof BUNDLE_PORT> {
  return {
    'recovery.keep': async (key) => {
      try {
        await recovery.keep(key);
        return ok({});
      } catch (error) {
        return err({
          code: error instanceof RangeError ? 'not_a_recovery_key' : 'write_failed',
          detail: errnoOf(error),
        });
      }
    },
    'bundle.about': ({ bundle }) =>
      told(() => {
        const { header, ids, blobs, gaps } = desk.checked(bundle);
        return Promise.resolve({ header, ids: [...ids], blobs: [...blobs], gaps: gaps.length });
      }),
    'bundle.next': ({ bundle, take }) =>
      told(async () => {
        const step = await desk.next(bundle, take);
        if (step === undefined) return { is: 'end' as const };
        return step.is === 'events' ? { is: 'events' as const, events: [...step.events] } : step;
      }),
  };
}
