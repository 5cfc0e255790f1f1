/** Of more rows in one call Dexie tells those who watch a table no keys, only that any of them may be another now. */
const TOLD_BY_KEY = 49;

/** Puts rows so that whoever watches the table is told which ones they were; within a transaction. */
export async function putByKey<T>(
  table: { readonly bulkPut: (rows: readonly T[]) => PromiseLike<unknown> },
  rows: readonly T[],
): Promise<void> {
  const calls = Math.ceil(rows.length / TOLD_BY_KEY);
  await Promise.all(
    Array.from({ length: calls }, (_, call) => table.bulkPut(rows.slice(call * TOLD_BY_KEY, (call + 1) * TOLD_BY_KEY))),
  );
}
