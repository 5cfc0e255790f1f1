import type { Measure } from './file.ts';
import type { CaseState } from './state.ts';

type About = { readonly of: readonly Measure['measure'][]; readonly when: (measure: Measure) => boolean };

const isHeld = ({ endedOn }: Measure): boolean => endedOn === undefined;
const isEnded = ({ endedOn }: Measure): boolean => endedOn !== undefined;
/** 解除: the things, or what they were sold for, go back (行政强制法 §28). */
const isReleased = ({ endedOn, result }: Measure): boolean =>
  endedOn !== undefined && (result === undefined || result === 'returned' || result === 'auctioned');
const SEALED = ['seizure', 'seal', 'site_seal'] as const;

/** Documents that are about one measure each: of which kinds, and while it is held or once it has ended. */
const PAPERS: Readonly<Record<string, About>> = {
  D09: { of: ['register'], when: isHeld },
  D10: { of: ['register'], when: isEnded },
  D11: { of: SEALED, when: isHeld },
  D12: { of: SEALED, when: isReleased },
};

/** True for kinds of documents that are about a measure. */
export function isAboutMeasure(kind: string | undefined): boolean {
  return kind !== undefined && Object.hasOwn(PAPERS, kind);
}

/**
 * The measure that a document of that kind would be about: the oldest one that has none yet. With `id` that measure, if it
 * can have one. Undefined when there is nothing to make one of.
 */
export function measureFor(state: CaseState | undefined, kind: string, id?: string): Measure | undefined {
  const about = PAPERS[kind];
  if (about === undefined || state === undefined) return undefined;
  const has = ({ id: measure }: Measure): boolean =>
    state.documents.some((one) => one.kind === kind && one.measure === measure && one.voided === undefined);
  return (state.file?.measures ?? []).find(
    (one) => about.of.includes(one.measure) && about.when(one) && !has(one) && (id === undefined || one.id === id),
  );
}
