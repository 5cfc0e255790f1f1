import type { ReactNode } from 'react';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { ItemAnswer } from '#shared/events/inspectionEvents.ts';
import type { Problem } from '#shared/inspection/check.ts';
import type { ChecklistItem } from '#shared/inspection/checklist.ts';

import { ItemCard } from './ItemCard.tsx';
import { answerTo, isAnswered, type AnswerPatch } from './draftAnswers.ts';
import type { AnswerPatchFrom } from './useInspectionForm.ts';

const words = inspectionsText.form;

type Props = {
  readonly name: string;
  readonly items: readonly ChecklistItem[];
  readonly answers: readonly ItemAnswer[];
  readonly problems: readonly Problem[];
  readonly onChange: (item: string, patch: AnswerPatch | AnswerPatchFrom, when: 'now' | 'soon') => void;
};

/** One section with the items that are shown now; a section without any is not shown. */
export function ChecklistSection({ name, items, answers, problems, onChange }: Props): ReactNode {
  if (items.length === 0) return null;
  const done = items.filter((item) => isAnswered(item, answerTo(answers, item.code))).length;
  return (
    <Panel title={name} aside={words.sectionDone(done, items.length)} flush>
      {items.map((item) => {
        const problem = problems.find((found) => found.item === item.code);
        return (
          <ItemCard
            key={item.code}
            item={item}
            answer={answerTo(answers, item.code)}
            problem={problem === undefined ? undefined : words.problems[problem.code]}
            onChange={(patch, when) => onChange(item.code, patch, when)}
          />
        );
      })}
    </Panel>
  );
}
