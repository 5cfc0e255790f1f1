import type { CaseEvent, ReadEvent } from './caseEvent.ts';
import { judgeAuthor } from './judge.ts';
import { firstOwner, ownersAfter } from './owners.ts';
import type { Transition } from './procedures/procedure.ts';
import type { CaseState } from './state.ts';

/** A decision that took effect, and the case just before it: what a decision that does not know of it is held against. */
type Taken = { readonly event: string; readonly before: CaseState };

/**
 * Decisions of one fold by what they follow. Two decisions that follow the same event were made without knowledge of each
 * other: a fork, of which none applies until the agency head rules. Supervision is a lane of its own. A decision that
 * would be void by itself (wrong role, one officer, a period that still ran) forks nothing, so that nobody without the
 * power can block a case, nor anybody by trying too early.
 */
export class ForkWatch {
  readonly #taken = new Map<string, Taken>();
  readonly #ruled: ReadonlySet<string>;
  /** Ids of decisions that were found to be forks of each other. */
  readonly found = new Set<string>();

  /** `ruled`: the decisions that rulings chose. */
  constructor(ruled: ReadonlySet<string>) {
    this.#ruled = ruled;
  }

  /** The case before a decision that took effect and follows the same event; undefined when there is none. */
  rivalOf(event: CaseEvent, line: Transition): Taken | undefined {
    const key = keyOf(event, line);
    return key === undefined ? undefined : this.#taken.get(key);
  }

  /** Notes two decisions that follow the same event and are sound, each by itself. */
  note(event: CaseEvent, rival: Taken): void {
    for (const id of [event._id, rival.event]) if (!this.#ruled.has(id)) this.found.add(id);
  }

  /** Notes a decision that took effect. */
  took(event: CaseEvent, line: Transition, before: CaseState): void {
    const key = keyOf(event, line);
    if (key !== undefined) this.#taken.set(key, { event: event._id, before });
  }
}

/** The decisions that rulings of the agency head chose: of each fork the first one. Judged by who owned the case then. */
export function ruledIn(own: readonly ReadEvent[], opening: CaseEvent): ReadonlySet<string> {
  const chosen = new Set<string>();
  const follows = new Map<string, string>();
  const settled = new Set<string>();
  let owners = firstOwner(opening.org);
  for (const one of own) {
    if (one.is === 'newer') continue;
    const { event } = one;
    if (event.follows !== undefined) follows.set(event._id, event.follows);
    if (event.type === 'fork.ruled' && judgeAuthor(event, event.type, owners.owner) === undefined) {
      const fork = follows.get(event.data.chosen);
      if (fork !== undefined && !settled.has(fork)) chosen.add(event.data.chosen);
      if (fork !== undefined) settled.add(fork);
    }
    owners = ownersAfter(owners, event);
  }
  return chosen;
}

function keyOf(event: CaseEvent, line: Transition): string | undefined {
  if (line.kind !== 'decision' || line.concurrent === true || event.follows === undefined) return undefined;
  if (event.type === 'case.handedOver') return undefined; // the owner is never in doubt: the first one counts
  return `${line.beside === true ? 'beside' : 'procedure'}|${event.follows}`;
}
