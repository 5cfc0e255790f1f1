import type { BridgeOutput } from '#shared/bridge/contract.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { BundleDesk } from '../exchange/bundleDesk.ts';
import { errnoOf } from '../files/durable.ts';
import { parseServerUrl } from '../files/settings.ts';

import { bundleHandlers, type ChoosePaths } from './bundleHandlers.ts';
import type { BridgeHandlers, Refusal } from './dispatch.ts';

export type WindowParts = {
  readonly info: () => BridgeOutput<'app.info'>;
  /** Keeps the server; throws when it cannot be written. */
  readonly setServer: (server: string) => Promise<void>;
  readonly reload: () => void;
  readonly save: (
    name: string,
    bytes: Uint8Array,
  ) => Promise<Result<BridgeOutput<'files.save'>, Refusal<'write_failed'>>>;
  readonly print: (
    name: string,
    bytes: Uint8Array,
  ) => Promise<Result<BridgeOutput<'printing.print'>, Refusal<'print_failed'>>>;
  readonly desk: BundleDesk;
  readonly choose: ChoosePaths;
};

/** What a window may ask for. */
export function windowHandlers(parts: WindowParts): BridgeHandlers {
  return {
    'app.info': () => Promise.resolve(ok(parts.info())),
    'server.configure': async ({ url }) => {
      const server = parseServerUrl(url);
      if (!server.ok) return err({ code: server.error });
      try {
        await parts.setServer(server.value);
      } catch (error) {
        return err({ code: 'write_failed', detail: errnoOf(error) });
      }
      // After the answer is on its way: the page that asked is about to go.
      setImmediate(parts.reload);
      return ok({ server: server.value });
    },
    'files.save': ({ name, bytes }) => parts.save(name, bytes),
    'printing.print': ({ name, bytes }) => parts.print(name, bytes),
    ...bundleHandlers(parts.desk, parts.choose),
  };
}
