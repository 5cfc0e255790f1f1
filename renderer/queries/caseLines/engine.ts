import type { Table } from 'dexie';

import type { CaseRow } from '#renderer/data/tables.ts';

import { Questions } from '../lines/questions.ts';
import { Shelf } from '../lines/shelf.ts';
import type { Told } from '../lines/told.ts';

import { lineOf, type CaseLine } from './line.ts';
import { answerTo, type CaseAnswer, type Question } from './question.ts';
import type { Reader } from './waits.ts';

/** The lines of all cases of this device, as somebody reads them at some hour. */
export class CaseLines {
  readonly #shelf: Shelf<CaseRow, CaseLine>;
  readonly questions: Questions<Question, CaseAnswer>;
  #reader: Reader;
  #people: Pick<CaseAnswer, 'handlers' | 'orgs'> & { readonly of: readonly CaseLine[] } = {
    ...{ of: [], handlers: [], orgs: [] },
  };

  constructor(table: Table<CaseRow, string>, reader: Reader, tell: (id: number, told: Told<CaseAnswer>) => void) {
    this.#reader = reader;
    this.#shelf = new Shelf({
      table,
      keep: (row) => lineOf(row, this.#reader),
      order: (a, b) => compare(b.foundAt, a.foundAt) || compare(b.id, a.id),
    });
    this.questions = new Questions((question) => this.#answerTo(question), tell);
    this.#shelf.watch(() => {
      this.questions.answerAll();
    });
  }

  /** Somebody else reads, or it is another hour: what waits and what is due is found out again. */
  setReader(reader: Reader): void {
    const before = this.#reader;
    this.#reader = reader;
    const isSame = before.user === reader.user && before.role === reader.role && before.org === reader.org;
    if (!isSame) this.#shelf.reload();
    else this.#shelf.refresh(({ isOwn, group }) => isOwn && group !== 'ended');
  }

  /** The store was opened again. */
  reload(): void {
    this.#shelf.reload();
  }

  #answerTo(question: Question): CaseAnswer | undefined {
    const lines = this.#shelf.lines();
    if (lines === undefined) return undefined;
    if (this.#people.of !== lines)
      this.#people = {
        of: lines,
        handlers: [...new Set(lines.flatMap((line) => line.handlers))],
        orgs: [...new Set(lines.map(({ org }) => org))].sort(),
      };
    const { handlers, orgs } = this.#people;
    return { ...answerTo(lines, question, this.#reader.today), handlers, orgs };
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
