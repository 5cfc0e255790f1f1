import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';

import type { PageRequest } from './changes.ts';
import type { Classified } from './classify.ts';
import { learnPage, pageRows, shrinkPage } from './pageSize.ts';
import type { PageHead, PageReader } from './reader.ts';

/** A page that has been read and verified. */
export type ReadPage = PageHead & { readonly found: readonly Classified[] };

/** How many pages are read beyond the one that is being written: what bounds memory. */
const AHEAD = 2;
/** A page that takes longer than this leaves time for other work, in milliseconds. */
const GAP_MS = 2_000;

type Source = { readonly reader: PageReader; readonly remote: Remote };

/** A page being read; `next` begins the one after it as soon as that is known, `undefined` after the last one. */
type Begun = { readonly page: Promise<ReadPage>; readonly next: () => Promise<Begun | undefined> };

/**
 * The pages of a database one after the other. Later ones are read and verified while the caller writes one. Pages grow
 * as long as reading and writing them stays quick, and one that does not come in time is asked for in smaller parts.
 * `inGap` is called while nothing can be done but wait.
 */
export async function* pagesAhead(
  source: Source,
  from: Omit<PageRequest, 'limit'>,
  inGap: () => Promise<unknown>,
): AsyncGenerator<ReadPage, void, undefined> {
  const { remote } = source;
  let since = from.since;
  let begun: Begun | undefined = begin(source, from, since);
  while (begun !== undefined) {
    const askedMs = performance.now();
    readAhead(begun, AHEAD);
    while (!(await isDoneWithin(begun.page, GAP_MS))) await inGap();
    try {
      const page: ReadPage = await begun.page;
      yield page;
      learnPage(remote, page.rows, performance.now() - askedMs);
      since = page.since;
    } catch (error) {
      if (!(error instanceof RemoteProblem && error.problem === 'timeout' && shrinkPage(remote))) throw error;
      begun = begin(source, from, since);
      continue;
    }
    begun = await begun.next();
  }
}

function begin({ reader, remote }: Source, from: Omit<PageRequest, 'limit'>, since: string): Begun {
  const { head, found } = reader.read(remote, { ...from, since, limit: pageRows(remote) });
  const page = Promise.all([head, found]).then(([top, all]) => ({ ...top, found: all }));
  page.catch(() => undefined); // a page that nobody comes to any more fails in silence; who takes it gets the error
  let next: Promise<Begun | undefined> | undefined;
  const beginNext = async (): Promise<Begun | undefined> => {
    const top = await head;
    return top.isLast ? undefined : begin({ reader, remote }, from, top.since);
  };
  return { page, next: () => (next ??= beginNext()) };
}

function readAhead(begun: Begun, pages: number): void {
  if (pages === 0) return;
  begun.next().then(
    (next) => {
      if (next !== undefined) readAhead(next, pages - 1);
    },
    () => undefined, // the page itself tells
  );
}

async function isDoneWithin(page: Promise<unknown>, withinMs: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, withinMs);
  });
  const done = page.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
