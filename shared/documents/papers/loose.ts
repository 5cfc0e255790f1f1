import type { FormModel } from '../formModel.ts';

import { D37 } from './d37.ts';
import { D38 } from './d38.ts';
import type { LooseKind } from './kinds.ts';
import type { LoosePaper, LooseSources } from './loosePaper.ts';
import { frameOf } from './pieces.ts';

/** Papers outside of any case, each as its own file defines it. */
export const LOOSE_PAPERS: { readonly [K in LooseKind]: LoosePaper<K> } = { D37, D38 };

/** The printed model of such a paper. */
export function buildLoose<K extends LooseKind>(kind: K, source: LooseSources[K]): FormModel {
  const paper: LoosePaper<K> = LOOSE_PAPERS[kind];
  const stub = paper.stub === undefined ? {} : { stub: paper.stub(source) };
  const code = paper.code === undefined ? {} : { code: paper.code(source) };
  return { ...frameOf(paper, source.org, paper.madeAt(source)), blocks: [...paper.blocks(source)], ...code, ...stub };
}
