/**
 * Works through a list in a few lanes at once. One failure does not keep the others from their turn; the first one is
 * thrown at the end. `isFatal`: with such a failure nothing further is begun.
 */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
  isFatal: (error: unknown) => boolean,
): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await work(item);
      } catch (error) {
        failures.push(error);
        if (isFatal(error)) waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (failures.length > 0) throw failures[0];
}
