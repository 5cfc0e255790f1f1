import { ServerBackup } from '../../fixtures/serverBackup.ts';
import { RestorableHub } from '../../integration/restorable.ts';
import { openPlace } from '../place.ts';

/** A server that can be thrown back to a backup. */
export type RestorablePlace = Pick<RestorableHub, 'url' | 'adminUrl' | 'backUp' | 'restore' | 'close'>;

/** A hub, whose files are copied; or the given server, over HTTP, which is left as it was found. */
export async function openRestorable(server: string | undefined): Promise<RestorablePlace> {
  if (server === undefined) return RestorableHub.start();
  const { url, adminUrl } = await openPlace(server);
  const found = await ServerBackup.take(adminUrl);
  let backup = found;
  return {
    url,
    adminUrl,
    backUp: async () => {
      backup = await ServerBackup.take(adminUrl);
    },
    restore: () => backup.restore(),
    close: () => found.restore(),
  };
}
