import { isAct } from '../../case/acts.ts';
import type { CaseState, TimelineEntry } from '../../case/state.ts';
import type { FormModel } from '../formModel.ts';

import { D01 } from './d01.ts';
import { D02 } from './d02.ts';
import { D03 } from './d03.ts';
import { D05 } from './d05.ts';
import { D08 } from './d08.ts';
import { D13 } from './d13.ts';
import { D14 } from './d14.ts';
import { D15 } from './d15.ts';
import { D16 } from './d16.ts';
import { D19A } from './d19a.ts';
import { D19B } from './d19b.ts';
import { D20 } from './d20.ts';
import { D29B } from './d29b.ts';
import { D30 } from './d30.ts';
import { D31, D31A } from './d31.ts';
import { D33B } from './d33b.ts';
import { D35 } from './d35.ts';
import { D39 } from './d39.ts';
import { D40 } from './d40.ts';
import type { PaperKind } from './kinds.ts';
import type { Paper, PaperSource } from './paper.ts';
import { frameOf } from './pieces.ts';

/** Papers of a file that are made from its records, each as its own file defines it. */
export const PAPERS: Readonly<Record<PaperKind, Paper>> = {
  ...{ D01, D02, D03, D05, D08, D13, D14, D15, D16, D19A, D19B, D20, D29B, D30, D31, D31A, D33B, D35, D39, D40 },
};

/** A paper that a case can be given: of which kind, and of which record. */
export type PaperOffer = {
  readonly kind: PaperKind;
  readonly title: string;
  readonly event: string;
  /** Date in Asia/Shanghai of what it records. */
  readonly on: string;
};

/** The papers of a case in the order of its records; of what is void none is made. */
export function papersOf(state: Pick<CaseState, 'timeline' | 'documents'>): readonly PaperOffer[] {
  const counting = state.timeline.filter(({ verdict }) => verdict.is !== 'void');
  return counting.flatMap((entry, index) =>
    Object.values(PAPERS)
      .filter((paper) => isOf(paper, state, entry))
      .filter((paper) => paper.once !== true || !counting.slice(index + 1).some((later) => isOf(paper, state, later)))
      .map(({ kind, title }) => ({ kind, title, event: entry.event, on: entry.on })),
  );
}

function isOf(
  { of, acts, isFor }: Paper,
  state: Pick<CaseState, 'documents' | 'timeline'>,
  entry: TimelineEntry,
): boolean {
  if (entry.type !== of || isFor?.(state, entry) === false) return false;
  return acts === undefined || acts.some((act) => isAct(entry, act));
}

/** The printed model of a paper. */
export function buildPaper(kind: PaperKind, source: PaperSource): FormModel {
  const paper = PAPERS[kind];
  return { ...frameOf(paper, source.org, source.event.wallAt), blocks: [...paper.blocks(source)] };
}
