import type { Table } from 'dexie';

import type { CaseRow } from '#renderer/data/tables.ts';

import { Shelf } from '../shelf.ts';

import { lineOf, type CaseLine } from './line.ts';
import { answerTo, type CaseAnswer, type Question } from './question.ts';
import type { Reader } from './waits.ts';

/** What comes of a question: an answer whenever it changes, or what the store refused with. */
export type Told = CaseAnswer | { readonly problem: string };

/** Questions about the cases of this device, each answered again whenever a case is written. */
export class CaseLines {
  readonly #shelf: Shelf<CaseRow, CaseLine>;
  readonly #asked = new Map<number, Question>();
  readonly #tell: (id: number, told: Told) => void;
  #reader: Reader;
  #people: {
    readonly of: readonly CaseLine[];
    readonly handlers: readonly string[];
    readonly orgs: readonly string[];
  } = {
    ...{ of: [], handlers: [], orgs: [] },
  };

  constructor(table: Table<CaseRow, string>, reader: Reader, tell: (id: number, told: Told) => void) {
    this.#reader = reader;
    this.#tell = tell;
    this.#shelf = new Shelf({
      table,
      keep: (row) => lineOf(row, this.#reader),
      order: (a, b) => compare(b.foundAt, a.foundAt) || compare(b.id, a.id),
    });
    this.#shelf.watch(() => {
      for (const id of this.#asked.keys()) this.#answer(id);
    });
  }

  /** Somebody else reads, or it is another hour: what waits and what is due is found out again. */
  setReader(reader: Reader): void {
    const before = this.#reader;
    this.#reader = reader;
    const isSame = before.user === reader.user && before.role === reader.role && before.org === reader.org;
    if (!isSame) this.#shelf.reload();
    else if (before.nowMs !== reader.nowMs) this.#shelf.refresh(({ isOwn, group }) => isOwn && group !== 'ended');
  }

  /** Asks, or asks something else under the same id. */
  ask(id: number, question: Question): void {
    this.#asked.set(id, question);
    this.#answer(id);
  }

  /** Nobody waits for answers under that id any more. */
  end(id: number): void {
    this.#asked.delete(id);
  }

  /** The store was opened again. */
  reload(): void {
    this.#shelf.reload();
  }

  #answer(id: number): void {
    const question = this.#asked.get(id);
    if (question === undefined) return;
    try {
      const lines = this.#shelf.lines();
      if (lines === undefined) return;
      const { handlers, orgs } = this.#peopleOf(lines);
      this.#tell(id, { ...answerTo(lines, question, this.#reader.today), handlers, orgs });
    } catch (error) {
      this.#tell(id, { problem: error instanceof Error ? error.message : String(error) });
    }
  }

  #peopleOf(lines: readonly CaseLine[]): { readonly handlers: readonly string[]; readonly orgs: readonly string[] } {
    if (this.#people.of !== lines)
      this.#people = {
        of: lines,
        handlers: [...new Set(lines.flatMap((line) => line.handlers))],
        orgs: [...new Set(lines.map(({ org }) => org))].sort(),
      };
    return this.#people;
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
