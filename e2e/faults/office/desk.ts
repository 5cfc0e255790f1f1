import type { CommandAnswer } from '#renderer/data/protocol.ts';

import type { TestWorker } from '../../integration/aWorker.ts';
import type { Ledger } from '../check/ledger.ts';

/**
 * What is known of work that was said to be saved: streams by the name of their first event, documents, photos that a
 * record names, and the last entry of each log as `<log>:<n>:<hash>`.
 */
export type Kept = 'stream' | 'document' | 'photo' | 'entry';

/** Refusals that a person can run into; any other code would be a bug. */
const EXPECTED = new Set([
  'no_number',
  'no_certificate',
  'receiver_unknown',
  'role_forbidden',
  'role_lost',
  'wrong_stage',
  'wrong_role',
  'not_open',
  'unknown_document',
  'notice_not_issued',
  'fork',
  'clock_wrong',
  'deadline_before_notice',
  'not_signed_in',
  'same_officer_twice',
  'handed_over',
  'same_org',
  'cannot_withdraw',
  'other_author',
]);

/** A device on a desk: the people who know its PIN, who of them is at the screen, and what it said is saved. */
export class Desk {
  readonly worker: TestWorker;
  readonly crew: readonly string[];
  readonly ledger: Ledger<Kept>;
  #turn: number;
  #photos = 0;
  readonly #heads = new Map<string, number>();

  constructor(worker: TestWorker, crew: readonly string[], ledger: Ledger<Kept>) {
    this.worker = worker;
    this.crew = crew;
    this.ledger = ledger;
    this.#turn = crew.length - 1;
  }

  /** Who is at the screen. */
  get user(): string {
    return this.crew[this.#turn] ?? '';
  }

  /** The colleague who can confirm with a PIN here; the same person where there is none. */
  get colleague(): string {
    return this.crew.find((other) => other !== this.user) ?? this.user;
  }

  /** A name for the next photo of this desk. */
  nextPhoto(): string {
    this.#photos += 1;
    return `${this.worker.folder} ${String(this.#photos)}`;
  }

  /** Locks, and the next person (or the given one) unlocks. */
  async enter(turn = this.#turn + 1): Promise<void> {
    this.#turn = turn % this.crew.length;
    await this.worker.do('session.lock', {});
    await this.worker.unlock(this.user);
  }

  /** The power goes, with or without Chromium's store; the same person starts again. */
  async restart(wipe: boolean): Promise<void> {
    await (wipe ? this.worker.crashAndWipe() : this.worker.crash());
    await this.worker.reopen();
    await this.enter(this.#turn);
  }

  /** Takes an answer into the ledger; answers the value, or the code of a refusal that a person can run into. */
  async note<T>(
    answer: CommandAnswer<T>,
    kept: (value: T) => Readonly<Partial<Record<Kept, readonly string[]>>>,
  ): Promise<string | undefined> {
    if (!answer.ok) {
      if (!EXPECTED.has(answer.error.code)) throw new Error(`refused: ${JSON.stringify(answer.error)}`);
      return answer.error.code;
    }
    for (const [kind, names] of Object.entries(kept(answer.value))) this.ledger.acknowledge(kind as Kept, ...names);
    for (const { id, n, hash } of await this.worker.ctx.db.logs.toArray()) {
      if (n <= (this.#heads.get(id) ?? 0)) continue;
      this.#heads.set(id, n);
      this.ledger.acknowledge('entry', `${id}:${String(n)}:${hash}`);
    }
    return undefined;
  }
}
