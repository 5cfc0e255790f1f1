import type { CaseFile } from '../case/file.ts';
import type { RequirementName } from '../case/procedures/need.ts';
import type { Attempt } from '../case/requirements/attempt.ts';
import type { CaseState } from '../case/state.ts';

import type { Step } from './fileScripts.ts';
import { FileStory } from './fileStory.ts';

/** A requirement, what breaks it, an attempt that does, and the nearest one that does not. */
export type RequirementRow = readonly [name: RequirementName, broken: string, against: Attempt, sound: Attempt];

/** The file after acts, each so many days after the one before; by default from Monday 2024-03-04. */
export function fileAfter(steps: readonly Step[], change: (story: FileStory) => void = () => undefined): CaseState {
  const story = new FileStory();
  change(story);
  for (const [act, by, days = 0] of steps) story.wait(days).add(act, by);
  const state = story.state();
  if (state?.file === undefined) throw new Error('no file was opened');
  return state;
}

/** The same case with other things known of its file. */
export function withFile(state: CaseState, change: Partial<CaseFile>): CaseState {
  if (state.file === undefined) throw new Error('not a file');
  return { ...state, file: { ...state.file, ...change } };
}
