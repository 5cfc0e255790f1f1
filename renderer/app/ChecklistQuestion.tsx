import type { ReactNode } from 'react';

import { PickDialog } from '../components/PickDialog.tsx';
import type { InspectionStarter } from '../queries/useStartInspection.ts';

import { inspectionsText as words } from './language/zh/inspections.ts';

/** Asks for the checklist where the register of a site has several. */
export function ChecklistQuestion({ starter }: { readonly starter: InspectionStarter }): ReactNode {
  const { question } = starter;
  if (question === undefined) return null;
  return (
    <PickDialog
      title={words.chooseChecklist}
      options={question.lists.map(({ id, name }) => ({ value: id, label: name }))}
      onPick={(id) => void starter.start(question.siteId, id, question.what)}
      onClose={starter.stopAsking}
    />
  );
}
