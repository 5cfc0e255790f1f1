import type { Table } from 'dexie';

import type { CaseRow } from '#renderer/data/tables.ts';

import { Questions } from '../lines/questions.ts';
import { Shelf } from '../lines/shelf.ts';
import type { Told } from '../lines/told.ts';

import { entriesOf, type CaseEntry } from './entry.ts';
import { answerTo, type CaseAnswer, type Question } from './question.ts';
import type { Reader } from './waits.ts';

/** The lines of all cases of this device, as somebody reads them at some hour. */
export class CaseLines {
  readonly #shelf: Shelf<CaseRow, CaseEntry>;
  readonly questions: Questions<Question, CaseAnswer>;
  #reader: Reader;
  #people: Pick<CaseAnswer, 'handlers' | 'orgs'> & { readonly of: readonly CaseEntry[] } = {
    ...{ of: [], handlers: [], orgs: [] },
  };

  constructor(table: Table<CaseRow, string>, reader: Reader, tell: (id: number, told: Told<CaseAnswer>) => void) {
    this.#reader = reader;
    this.#shelf = new Shelf({
      table,
      keep: (rows) => entriesOf(rows, this.#reader),
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
    else this.#shelf.refresh(({ isOwn, group, isRunning }) => isOwn && (group !== 'ended' || isRunning));
  }

  /** The store was opened again. */
  reload(): void {
    this.#shelf.reload();
  }

  #answerTo(question: Question): CaseAnswer | undefined {
    const entries = this.#shelf.lines();
    if (entries === undefined) return undefined;
    if (this.#people.of !== entries)
      this.#people = {
        of: entries,
        handlers: [...new Set([...new Set(entries.map(({ handlers }) => handlers))].flatMap(accountsIn))],
        orgs: [...new Set(entries.map(({ org }) => org))].sort(),
      };
    const { handlers, orgs } = this.#people;
    return { ...answerTo(entries, question, this.#reader.today), handlers, orgs };
  }
}

const accountsIn = (handlers: string): readonly string[] => handlers.split(',').filter((account) => account !== '');

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
