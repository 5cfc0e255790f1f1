import type { Findings } from './findings.ts';

/**
 * Something a person did. `name` is how a check finds it again: a shop by its name, a photo by its SHA-256, a stream by
 * its id, an entry of a log as `<log>:<n>:<hash>`.
 */
export type Deed<K extends string = string> = { readonly kind: K; readonly name: string };

/** What the app said is saved, and what was tried without an answer. */
export class Ledger<K extends string = string> {
  readonly acknowledged: Deed<K>[] = [];
  readonly unanswered: Deed<K>[] = [];

  /** The app said that these are saved: from now on each must be found exactly once. */
  acknowledge(kind: K, ...names: readonly string[]): void {
    this.acknowledged.push(...names.map((name) => ({ kind, name })));
  }

  /** The app ended or was cut off before it answered: it may be there once or not at all. */
  leaveOpen(kind: K, ...names: readonly string[]): void {
    this.unanswered.push(...names.map((name) => ({ kind, name })));
  }

  /** A person took these back, with a reason: they need not be anywhere. */
  takeBack(kind: K, ...names: readonly string[]): void {
    const gone = new Set(names);
    const kept = this.acknowledged.filter((deed) => deed.kind !== kind || !gone.has(deed.name));
    this.acknowledged.splice(0, Infinity, ...kept);
  }

  /** The part of the ledger with deeds of these kinds. */
  only(...kinds: readonly K[]): Ledger<K> {
    const part = new Ledger<K>();
    part.acknowledged.push(...this.acknowledged.filter(({ kind }) => kinds.includes(kind)));
    part.unanswered.push(...this.unanswered.filter(({ kind }) => kinds.includes(kind)));
    return part;
  }
}

/**
 * Notes what is there less than once or more than once in a place that should hold everything; what got no answer may be
 * missing, never double. `place` is named in the finding.
 */
export function countDeeds<K extends string>(
  ledger: Ledger<K>,
  findings: Findings,
  times: (deed: Deed<K>) => number,
  place = '',
): void {
  const where = place === '' ? '' : ` (${place})`;
  for (const deed of ledger.acknowledged) if (times(deed) === 0) findings.add('lost', `${labelOf(deed)}${where}`);
  for (const deed of [...ledger.acknowledged, ...ledger.unanswered])
    if (times(deed) > 1) findings.add('duplicated', `${labelOf(deed)}${where}`);
}

/** How often each name occurs: the usual `times` of `countDeeds`. */
export function timesIn(names: Iterable<string>): (deed: Deed) => number {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return ({ name }) => counts.get(name) ?? 0;
}

function labelOf({ kind, name }: Deed): string {
  return `${kind} ${name}`;
}
