import type { SheetProblem } from '#renderer/app/sheet/sheet.ts';
import { readTable } from '#renderer/app/sheet/sheetClient.ts';
import { readKnownSites } from '#renderer/queries/knownSites.ts';
import type { Register } from '#shared/catalogue/register.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { KnownSites } from '#shared/site/import/judge.ts';

import { columnsOf, tableOf, type ImportTable } from './table.ts';

/** A file that was read, and what the register had at that moment. */
export type ReadFile = {
  readonly id: number;
  readonly name: string;
  readonly table: ImportTable;
  readonly known: KnownSites;
};

let readSoFar = 0;

/** Reads a file as a table of the register. */
export async function readFile(file: File, register: Register): Promise<Result<ReadFile, SheetProblem>> {
  const lines = await readTable(file);
  if (!lines.ok) return lines;
  readSoFar += 1;
  return ok({
    id: readSoFar,
    name: file.name,
    table: tableOf(lines.value, columnsOf(register)),
    known: await readKnownSites(register.id),
  });
}
