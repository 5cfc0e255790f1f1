import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { ChecklistSection } from '#renderer/app/checklist/ChecklistSection.tsx';
import { answerTo, withAnswer, withoutEntry } from '#renderer/app/checklist/draftAnswers.ts';
import { PreviewContext } from '#renderer/app/checklist/preview.ts';
import { showTenths } from '#renderer/app/format.ts';
import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { InspectionDraft } from '#renderer/data/client.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { scoreInspection } from '#shared/inspection/score.ts';
import { entryCount, visibleItems } from '#shared/inspection/visible.ts';

type Props = { readonly checklist: Checklist; readonly onClose: () => void };

function emptyDraft({ id, version }: Checklist): InspectionDraft {
  return { checklist: id, checklistVersion: version, siteId: '', startedAt: '', answers: [], note: '' };
}

/** The very form of a checklist, to try it; nothing is kept. */
export function ChecklistPreview({ checklist, onClose }: Props): ReactNode {
  const [draft, setDraft] = useState(() => emptyDraft(checklist));
  const [open, setOpen] = useState<Readonly<Record<string, number>>>({});
  const visible = visibleItems(checklist, draft.answers, open);
  const { scoreTenths } = scoreInspection(checklist, draft.answers);
  return (
    <PreviewContext value={true}>
      <Panel
        title={words.previewOf(checklist.name)}
        aside={
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
        }
      >
        <Text>{words.previewHint}</Text>
        <Text role="status" fw={600}>
          {words.score(showTenths(scoreTenths))}
        </Text>
      </Panel>
      {checklist.sections.map((section) => {
        const shown = Math.max(entryCount(section, draft.answers), open[section.id] ?? 1);
        return (
          <ChecklistSection
            key={section.id}
            section={section}
            items={visible.filter((placed) => placed.section === section.id)}
            answers={draft.answers}
            problems={[]}
            onChange={(place, patch) => {
              setDraft((before) =>
                withAnswer(before, place, typeof patch === 'function' ? patch(answerTo(before.answers, place)) : patch),
              );
            }}
            onAdd={() => setOpen({ ...open, [section.id]: shown + 1 })}
            onRemove={(entry) => {
              setOpen({ ...open, [section.id]: shown - 1 });
              setDraft(withoutEntry(draft, section, entry));
            }}
          />
        );
      })}
    </PreviewContext>
  );
}
