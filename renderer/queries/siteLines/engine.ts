import type { Table } from 'dexie';

import type { SiteRow } from '#renderer/data/tables.ts';
import type { Register } from '#shared/catalogue/register.ts';

import { Questions } from '../lines/questions.ts';
import { Shelf } from '../lines/shelf.ts';
import type { Told } from '../lines/told.ts';

import { answerTo, keysOf, type SiteKey, type SiteMatches, type SiteQuestion } from './siteIndex.ts';

/** The lines of all things of the registers, by name. */
export class SiteLines {
  readonly #shelf: Shelf<SiteRow, SiteKey>;
  readonly questions: Questions<SiteQuestion, SiteMatches>;
  #registers: readonly Register[];

  constructor(
    table: Table<SiteRow, string>,
    registers: readonly Register[],
    tell: (id: number, told: Told<SiteMatches>) => void,
  ) {
    this.#registers = registers;
    this.#shelf = new Shelf({
      table,
      keep: (rows) => keysOf(rows, this.#registers),
      order: (a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1),
    });
    this.questions = new Questions((question) => {
      const keys = this.#shelf.lines();
      return keys === undefined ? undefined : answerTo(keys, question);
    }, tell);
    this.#shelf.watch(() => {
      this.questions.answerAll();
    });
  }

  /** Other files of registers: what lists show of a row may be something else now. */
  setRegisters(registers: readonly Register[]): void {
    this.#registers = registers;
    this.#shelf.reload();
  }

  /** The store was opened again. */
  reload(): void {
    this.#shelf.reload();
  }
}
