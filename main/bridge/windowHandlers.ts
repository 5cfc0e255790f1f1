import type { BridgeOutput } from '#shared/bridge/contract.ts';
import type { PrintRefusal } from '#shared/bridge/printing.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { BundleDesk } from '../exchange/bundleDesk.ts';
import { readCaFile } from '../files/caFile.ts';
import { errnoOf } from '../files/durable.ts';
import { parseProxy, parseServerUrl } from '../files/serverUrl.ts';
import type { Settings } from '../files/settings.ts';
import type { TileDesk } from '../tiles/tileDesk.ts';

import { bundleHandlers, type ChoosePaths } from './bundleHandlers.ts';
import type { BridgeHandlers, Refusal } from './dispatch.ts';
import { tileHandlers } from './tileHandlers.ts';

export type WindowParts = {
  readonly info: () => BridgeOutput<'app.info'>;
  /** Keeps the server and how it is reached; throws when it cannot be written. */
  readonly setServer: (settings: Settings & { readonly server: string }) => Promise<void>;
  /** Lets the person choose a file; its path, or null. */
  readonly chooseCa: () => Promise<string | null>;
  readonly disk: () => Promise<BridgeOutput<'disk.state'>>;
  readonly reload: () => void;
  readonly save: (
    name: string,
    bytes: Uint8Array,
  ) => Promise<Result<BridgeOutput<'files.save'>, Refusal<'write_failed'>>>;
  readonly printers: () => Promise<Result<BridgeOutput<'printing.printers'>, Refusal<PrintRefusal>>>;
  /** Prints through the system's own dialog, where there is no queue. */
  readonly printDialog: (
    bytes: Uint8Array,
  ) => Promise<Result<BridgeOutput<'printing.dialog'>, Refusal<'print_failed'>>>;
  readonly desk: BundleDesk;
  readonly choose: ChoosePaths;
  /** The ground map; undefined where the bureau names none. */
  readonly tiles: TileDesk | undefined;
};

/** What a window may ask for. */
export function windowHandlers(parts: WindowParts): BridgeHandlers {
  return {
    'app.info': () => Promise.resolve(ok(parts.info())),
    'disk.state': async () => ok(await parts.disk()),
    'server.configure': async ({ url, caFile, proxy }) => {
      const server = parseServerUrl(url);
      if (!server.ok) return err({ code: server.error });
      const through = proxy == null ? ok(null) : parseProxy(proxy);
      if (!through.ok) return err({ code: through.error });
      const authority = caFile == null ? ok(null) : await readCaFile(caFile, Date.now());
      if (!authority.ok) return err({ code: authority.error });
      try {
        await parts.setServer({ server: server.value, caFile: authority.value?.path ?? null, proxy: through.value });
      } catch (error) {
        return err({ code: 'write_failed', detail: errnoOf(error) });
      }
      // After the answer is on its way: the page that asked is about to go.
      setImmediate(parts.reload);
      return ok({ server: server.value });
    },
    'server.readCa': async ({ path }) => {
      const file = await readCaFile(path, Date.now());
      if (!file.ok) return err({ code: file.error });
      return ok({ subject: file.value.subject, validUntil: file.value.validUntil });
    },
    'server.chooseCa': async () => ok({ path: await parts.chooseCa() }),
    'files.save': ({ name, bytes }) => parts.save(name, bytes),
    'printing.printers': () => parts.printers(),
    'printing.dialog': ({ bytes }) => parts.printDialog(bytes),
    ...bundleHandlers(parts.desk, parts.choose),
    ...tileHandlers(parts.tiles),
  };
}
