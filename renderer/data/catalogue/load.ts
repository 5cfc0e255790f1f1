import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { parseCatalogue } from '#shared/catalogue/parse.ts';

import type { PortClient } from '../port.ts';
import type { AppProblem } from '../status.ts';
import type { XunzhiDatabase } from '../tables.ts';

/**
 * Reads the catalogue's files from main. A file that cannot be read or parsed is named, and its last good version, kept
 * in the store, is used instead where there is one.
 */
export async function loadCatalogue(
  db: XunzhiDatabase,
  port: PortClient,
): Promise<{ readonly catalogue: Catalogue; readonly problems: readonly AppProblem[] }> {
  const { files } = await port.call('catalogue.read', {});
  const kept = (await db.meta.get('catalogue'))?.value as Record<string, string> | undefined;
  const { catalogue, problems, good } = parseCatalogue(files, kept ?? {});
  await db.meta.put({ key: 'catalogue', value: good });
  return {
    catalogue,
    problems: problems.map(({ file, reason }) => {
      const code = Object.hasOwn(good, file) ? 'catalogue_unreadable' : 'catalogue_missing';
      return { code, subject: file, detail: reason };
    }),
  };
}
