import type { Told } from './told.ts';

/** Questions under way, each answered again whenever what it is about changes. */
export class Questions<Question, Answer> {
  readonly #asked = new Map<number, Question>();
  readonly #answerTo: (question: Question) => Answer | undefined;
  readonly #tell: (id: number, told: Told<Answer>) => void;

  constructor(answerTo: (question: Question) => Answer | undefined, tell: (id: number, told: Told<Answer>) => void) {
    this.#answerTo = answerTo;
    this.#tell = tell;
  }

  /** Asks under an id of its own; nothing is told before there is an answer. */
  ask(id: number, question: Question): void {
    this.#asked.set(id, question);
    this.#answer(id, question);
  }

  /** Nobody waits for answers under that id any more. */
  end(id: number): void {
    this.#asked.delete(id);
  }

  /** Something changed: every question is answered again. */
  answerAll(): void {
    for (const [id, question] of this.#asked) this.#answer(id, question);
  }

  #answer(id: number, question: Question): void {
    try {
      const answer = this.#answerTo(question);
      if (answer !== undefined) this.#tell(id, { answer });
    } catch (error) {
      this.#tell(id, { problem: error instanceof Error ? error.message : String(error) });
    }
  }
}
