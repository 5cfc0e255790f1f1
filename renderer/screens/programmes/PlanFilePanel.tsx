import type { ReactNode } from 'react';

import { planFilesText as words } from '#renderer/app/language/zh/planFiles.ts';
import { CheckTextPanel, type TextInCheck } from '#renderer/app/publishing/CheckTextPanel.tsx';
import { TextFaults } from '#renderer/app/publishing/FaultList.tsx';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { textOfPlanSheet } from '#shared/programme/programmeSheet.ts';
import { readProgramme } from '#shared/programme/readProgramme.ts';

import { PublishPlan } from './PublishPlan.tsx';

type Props = { readonly catalogue: Catalogue };

/** Checks a plan before it is used: what is wrong by place, and what is other than before; then it can be published. */
export function PlanFilePanel({ catalogue }: Props): ReactNode {
  return (
    <CheckTextPanel kind="programme" words={words} textOfTable={textOfPlanSheet} maxRows={8}>
      {(check) => <Checked check={check} catalogue={catalogue} />}
    </CheckTextPanel>
  );
}

function Checked({ check, catalogue }: Props & { readonly check: TextInCheck }): ReactNode {
  const { text, change, published } = check;
  if (text.trim() === '') return null;
  const read = readProgramme(text, catalogue);
  if (!read.ok) return <TextFaults faults={read.error} words={words} />;
  const { value: plan } = read;
  return (
    <PublishPlan
      {...{ plan, text, catalogue }}
      onChange={change}
      onPublished={() => published(words.published(plan.year, plan.version))}
    />
  );
}
