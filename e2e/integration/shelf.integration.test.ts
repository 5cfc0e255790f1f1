import { Dexie, type Table } from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';

import { Shelf } from '#renderer/queries/lines/shelf.ts';

import { SeededRandom } from '../fixtures/random.ts';

type Thing = { readonly id: string; readonly at: number };

class Things extends Dexie {
  declare things: Table<Thing, string>;
  constructor() {
    super('shelf');
    this.version(1).stores({ things: 'id' });
  }
}

const order = (a: Thing, b: Thing): number => b.at - a.at || (a.id < b.id ? -1 : 1);
const idOf = (n: number): string => `t${String(n).padStart(5, '0')}`;

const handles: Things[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const handle of handles.splice(0)) handle.close();
  await Dexie.delete('shelf');
});

async function aShelf(count: number): Promise<{ shelf: Shelf<Thing, Thing>; writer: Things; reader: Things }> {
  const writer = new Things();
  const reader = new Things();
  handles.push(writer, reader);
  await writer.things.bulkPut(Array.from({ length: count }, (_, n) => ({ id: idOf(n), at: n % 7 })));
  return { shelf: new Shelf<Thing, Thing>({ table: reader.things, keep: (thing) => thing, order }), writer, reader };
}

async function shows(shelf: Shelf<Thing, Thing>, writer: Things): Promise<void> {
  const held = (await writer.things.toArray()).sort(order);
  await expect.poll(shelf.lines, { timeout: 10_000 }).toEqual(held);
}

it('holds every row in order once it is watched, and says so', async () => {
  const { shelf, writer } = await aShelf(1203);
  expect(shelf.lines()).toBeUndefined();
  const told = vi.fn();
  shelf.watch(told);
  await shows(shelf, writer);
  expect(shelf.lines()).toHaveLength(1203);
  expect(told).toHaveBeenCalled();
});

it('follows another handle through puts, deletes, ranges and a cleared table; untouched rows stay the same objects', async () => {
  const { shelf, writer } = await aShelf(40);
  shelf.watch(() => undefined);
  await shows(shelf, writer);
  const kept = shelf.lines()?.find(({ id }) => id === idOf(39));
  const random = new SeededRandom('shelf');
  for (let round = 0; round < 25; round += 1) {
    const n = random.below(38);
    const doings = [
      () => writer.things.put({ id: idOf(n), at: random.below(9) }),
      () => writer.things.delete(idOf(n)),
      () => writer.things.bulkPut([n, n + 50, n + 100].map((one) => ({ id: idOf(one), at: one }))),
      () =>
        writer.things
          .where('id')
          .between(idOf(n), idOf(Math.min(37, n + 3)))
          .delete(),
    ] as const;
    await doings[random.below(doings.length)]?.();
    if (round % 5 === 0) await shows(shelf, writer);
  }
  await shows(shelf, writer);
  expect(shelf.lines()?.find(({ id }) => id === idOf(39))).toBe(kept);
  await writer.things.clear();
  await shows(shelf, writer);
});

it('notices what is written while it reads for the first time', async () => {
  const { shelf, writer } = await aShelf(2600);
  shelf.watch(() => undefined);
  await writer.things.put({ id: idOf(3), at: 99 });
  await writer.things.put({ id: idOf(9999), at: 98 });
  await shows(shelf, writer);
  expect(shelf.lines()?.[0]?.id).toBe(idOf(3));
});

it('reads anew when it is told that the store was opened again, and shows what the store refuses it with', async () => {
  const { shelf, writer, reader } = await aShelf(3);
  shelf.watch(() => undefined);
  await shows(shelf, writer);
  vi.spyOn(reader.things, 'where').mockImplementation(() => {
    throw new Error('the disk says no');
  });
  shelf.reload();
  await expect.poll(() => String(catching(shelf.lines))).toContain('the disk says no');
  vi.restoreAllMocks();
  shelf.reload();
  await shows(shelf, writer);
});

function catching(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
