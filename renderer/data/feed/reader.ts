import type { Folder } from '../projections/folder.ts';
import type { Remote } from '../remote/remote.ts';

import { readChanges, type PageRequest } from './changes.ts';
import type { Classified } from './classify.ts';
import { judgePage } from './judgePage.ts';
import { StreamKeeper } from './streamKeeper.ts';

/** What is known of a page as soon as it has been read: enough to ask for the next one. */
export type PageHead = {
  readonly rows: number;
  /** Opaque; what the next request starts after. */
  readonly since: string;
  /** How many changes the server believes come after this page. */
  readonly pending: number | undefined;
  /** Nothing comes after this page now. */
  readonly isLast: boolean;
};

/** A page in the making: first its head, then every document of it, verified. */
export type Reading = { readonly head: Promise<PageHead>; readonly found: Promise<readonly Classified[]> };

/**
 * Reads and verifies pages, wherever that runs, and folds streams from what it read. Both promises of a reading reject
 * with a `RemoteProblem`. `kept` is how many events it holds for folding.
 */
export type PageReader = Folder & {
  readonly read: (remote: Remote, request: PageRequest) => Reading;
  readonly kept: () => number;
};

/** Reads, verifies and folds in the thread that asks. */
export function directReader(): PageReader {
  const keeper = new StreamKeeper();
  return {
    read: (remote, request) => readPage(keeper, remote, request),
    fold: (wanted, by) => Promise.resolve(keeper.fold(wanted, by)),
    kept: () => keeper.size,
  };
}

function readPage(keeper: StreamKeeper, remote: Remote, request: PageRequest): Reading {
  const page = readChanges(remote, request);
  const head = page.then(({ rows, since, pending }) => ({
    rows: rows.length,
    since,
    pending,
    // Not every server guesses; a cluster may answer with a short page before its end.
    isLast: rows.length === 0 || (pending === undefined ? rows.length < request.limit : pending === 0),
  }));
  head.catch(() => undefined); // `found` fails with the same cause
  const judge = async (): Promise<readonly Classified[]> => {
    const found = await judgePage(remote, request, (await page).rows);
    keeper.keep(request.db, found);
    return found;
  };
  return { head, found: judge() };
}
