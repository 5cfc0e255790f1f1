import type { PortOutput } from '#shared/bridge/port.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { DiskGuard } from '../disk/guard.ts';
import type { BundleDesk } from '../exchange/bundleDesk.ts';
import type { RecoveryKeeper } from '../exchange/recoveryKeeper.ts';
import { readCatalogue } from '../files/catalogue.ts';
import { readFontFile } from '../files/fonts.ts';
import type { BlobStore } from '../journal/blobStore.ts';
import type { Journal } from '../journal/journal.ts';
import type { Device } from '../keys/device.ts';
import type { Vault } from '../keys/vault.ts';
import type { PrintHandlers } from '../printing/system.ts';
import type { SetAside } from '../rescue/setAside.ts';
import type { NetOutcomes } from '../shell/netOutcomes.ts';

import { bundlePortHandlers } from './bundleHandlers.ts';
import type { PortHandlers } from './dispatch.ts';

/** What main does for a store that is gone or unreadable. */
export type StoreRescue = {
  /** Notes that the store is to be set aside and starts the app again soon. */
  readonly setAside: (reason: string) => Promise<Result<undefined, 'tried_already' | 'write_failed'>>;
  readonly last: () => Promise<SetAside | undefined>;
};

export type PortParts = {
  readonly journal: Journal;
  readonly blobs: BlobStore;
  readonly device: Device;
  readonly vault: Vault;
  readonly recovery: RecoveryKeeper;
  readonly desk: BundleDesk;
  readonly outcomes: NetOutcomes;
  readonly disk: Pick<DiskGuard, 'state'>;
  readonly rescue: StoreRescue;
  readonly printing: PrintHandlers;
  readonly catalogue: string;
  readonly info: () => Omit<PortOutput<'runtime.info'>, 'device' | 'publicKey'>;
};

/** Answers `{}` where a part has nothing more to say than "done". */
async function done<E>(result: Promise<Result<undefined, E>>): Promise<Result<Record<string, never>, E>> {
  const settled = await result;
  return settled.ok ? ok({}) : settled;
}

/** What the data worker may ask for. Each part keeps its own order of calls. */
export function portHandlers(parts: PortParts): PortHandlers {
  const { journal, blobs, device, vault, outcomes } = parts;
  return {
    'runtime.info': () => Promise.resolve(ok({ ...parts.info(), device: device.id, publicKey: device.publicKey })),
    'catalogue.read': async () => ok({ files: await readCatalogue(parts.catalogue) }),
    'font.read': async ({ file }) => {
      const bytes = await readFontFile(file);
      return ok(bytes === undefined ? {} : { bytes });
    },
    'journal.append': ({ entries }) => done(journal.append(entries)),
    'journal.read': async () => ok(await journal.read()),
    'journal.settle': ({ keys }) => done(journal.settle(keys, Date.now())),
    'journal.settled': async () => ok({ entries: await journal.settled() }),
    'journal.drop': ({ entries }) => done(journal.drop(entries)),
    'blob.write': ({ key, offset, bytes, last }) => blobs.write(key, offset, bytes, last),
    'blob.read': ({ key, offset }) => blobs.read(key, offset),
    'blob.list': async () => ok({ blobs: await blobs.list() }),
    'blob.drop': ({ key }) => done(blobs.drop(key)),
    'keys.sign': ({ text }) => Promise.resolve(ok({ signature: device.sign(text) })),
    'vault.store': ({ user, password, profile }) => done(vault.store(user, password, profile)),
    'vault.list': async () => ok(await vault.list()),
    'vault.setPin': ({ user, pin }) => done(vault.setPin(user, pin)),
    'vault.verifyPin': ({ user, pin }) => vault.verifyPin(user, pin),
    'vault.unlock': ({ user, pin }) => vault.unlock(user, pin),
    'disk.state': async () => ok(await parts.disk.state()),
    'store.setAside': async ({ reason }) => {
      const ordered = await parts.rescue.setAside(reason);
      return ordered.ok ? ok({}) : err({ code: ordered.error });
    },
    'store.aside': async () => {
      const last = await parts.rescue.last();
      if (last === undefined) return ok({});
      const { reason, atMs, copy } = last;
      const at = new Date(atMs).toISOString();
      return ok({ last: { reason, at, ...(copy === undefined ? {} : { copy }) } });
    },
    ...parts.printing,
    ...bundlePortHandlers(parts.desk, parts.recovery),
    'net.outcome': ({ url }) => Promise.resolve(ok({ outcome: outcomes.of(url) })),
  };
}
