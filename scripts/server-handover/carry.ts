import { foldCase } from '#shared/case/fold.ts';
import type { CaseState } from '#shared/case/state.ts';
import { databaseOf, evidenceDatabaseOf } from '#shared/events/stream.ts';

import type { ServerClient } from '../server-setup/client.ts';

import { copyFiles, filesOf } from './files.ts';
import { missingIn, readStream, writeCopies } from './records.ts';

/** What one run brought to the receivers, and what it could not. */
export type Carried = {
  readonly records: number;
  readonly files: number;
  /** Files that the giver's database does not have yet: their author's device still holds them. */
  readonly waiting: readonly string[];
  readonly problems: readonly string[];
};

/** A way from the organisation that gave a case to the one that has it. */
type Way = { readonly from: string; readonly to: string };

/**
 * Copies a case that was handed over, with its inspection, photos and documents, into the receiver's databases: verbatim,
 * missing ones only, so it may run any number of times. Whether a hand-over took effect is the fold's to say.
 */
export async function carryCase(client: ServerClient, stream: string, foundIn: string): Promise<Carried> {
  let total: Carried = { records: 0, files: 0, waiting: [], problems: [] };
  const events = new Map(await readStream(client, foundIn, stream));
  const done = new Set<string>();
  // What is read at the giver of a later hand-over may tell of one that was not known before.
  for (;;) {
    const state = foldCase([...events.values()]);
    const way = waysOf(state).find((one) => !done.has(`${one.from}>${one.to}`));
    if (state === undefined || way === undefined) return total;
    done.add(`${way.from}>${way.to}`);
    for (const [id, event] of await readStream(client, databaseOf(stream, way.from), stream)) events.set(id, event);
    total = sumOf(total, await carryStream(client, stream, way));
    if (state.inspection !== undefined)
      total = sumOf(total, await carryStream(client, `inspection:${state.inspection}`, way));
  }
}

function waysOf(state: CaseState | undefined): readonly Way[] {
  return state?.handovers.map(({ from, to }) => ({ from, to })) ?? [];
}

async function carryStream(client: ServerClient, stream: string, { from, to }: Way): Promise<Carried> {
  const events = await readStream(client, databaseOf(stream, from), stream);
  const target = databaseOf(stream, to);
  const missing = await missingIn(client, target, [...events.keys()]);
  if (missing === undefined) return failed(`${target} is not there: npm run server:setup with --year makes it`);
  const copies = missing.map((id) => events.get(id)).filter((event) => event !== undefined);
  const refused = copies.length === 0 ? [] : await writeCopies(client, target, copies);
  const evidence = evidenceDatabaseOf(stream, to);
  const files = filesOf(events.values());
  const copied = await copyFiles(client, [evidenceDatabaseOf(stream, from)], evidence, files);
  return {
    records: copies.length - refused.length,
    files: copied?.copied ?? 0,
    waiting: copied?.waiting ?? [],
    problems: [
      ...refused.map(({ id, reason }) => `${target} ${id}: ${reason}`),
      ...(copied === undefined && files.length > 0 ? [`${evidence} is not there`] : []),
    ],
  };
}

function failed(problem: string): Carried {
  return { records: 0, files: 0, waiting: [], problems: [problem] };
}

/** Both together. */
export function sumOf(a: Carried, b: Carried): Carried {
  return {
    records: a.records + b.records,
    files: a.files + b.files,
    waiting: [...new Set([...a.waiting, ...b.waiting])],
    problems: [...a.problems, ...b.problems],
  };
}
