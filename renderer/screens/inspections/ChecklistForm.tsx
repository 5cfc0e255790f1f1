import { Button, Group, Stack } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { ChecklistSection } from '#renderer/app/checklist/ChecklistSection.tsx';
import { goToItem } from '#renderer/app/checklist/goToItem.ts';
import type { ErrorText } from '#renderer/app/language/zh/errorText.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { FromReport } from '#renderer/app/reports/FromReport.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { SaveFailure } from '#renderer/components/SaveStatus.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { CommandError, InspectionDraft } from '#renderer/data/client.ts';
import { cleanContent } from '#renderer/queries/useAutosave.ts';
import { checkInspection, type Problem } from '#shared/inspection/check.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { visibleItems } from '#shared/inspection/visible.ts';

import { CampaignChips } from './CampaignChips.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import { FormBar } from './FormBar.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useInspectionForm } from './useInspectionForm.ts';

const words = inspectionsText.form;

type Props = {
  readonly id: string;
  readonly initial: InspectionDraft;
  readonly checklist: Checklist;
  readonly siteName: string;
  /** What can be looked up about the place meanwhile. */
  readonly lookUp?: ReactNode;
};

function failure(error: CommandError): ErrorText {
  const { what, todo } = messageOf(error);
  return { what: `${words.submitFailed}：${what}`, todo };
}

/** The checklist as a form: every change is saved, the score follows, problems lead to their item. */
export function ChecklistForm({ id, initial, checklist, siteName, lookUp }: Props): ReactNode {
  const form = useInspectionForm(id, initial, checklist);
  const [tried, setTried] = useState(false);
  const { draft } = form;
  // Entries that were opened and not yet filled stand on this screen alone.
  const [open, setOpen] = useState<Readonly<Record<string, number>>>({});
  const visible = visibleItems(checklist, draft.answers, open);
  const problems: readonly Problem[] = tried ? checkInspection(checklist, cleanContent(draft)) : [];

  const shownEntries = (section: string): number =>
    Math.max(0, ...visible.filter((placed) => placed.section === section).map((placed) => placed.entry ?? 0));
  const submit = (): void => {
    setTried(true);
    const found = checkInspection(checklist, cleanContent(draft));
    const first = found.find((problem) => problem.item !== undefined);
    if (found.length === 0) void form.submit();
    else if (first?.item !== undefined) goToItem({ item: first.item, entry: first.entry });
  };

  return (
    <>
      <PageHeader
        title={words.title(siteName)}
        back="/inspections"
        subtitle={checklist.name}
        actions={
          <>
            {lookUp}
            <DiscardDraft id={id} siteName={siteName} stopSaving={form.stopSaving} />
          </>
        }
      />
      <PageColumn>
        {draft.report !== undefined && <FromReport of={{ is: 'draft', report: draft.report }} />}
        <FormBar checklist={checklist} draft={draft} visible={visible} save={form.save} />
        <SaveFailure
          error={
            form.save.is === 'failed'
              ? { what: `${words.saveFailed}：${messageOf(form.save.error).what}`, todo: words.saveFailedHint }
              : undefined
          }
          again={words.saveAgain}
          onAgain={form.saveAgain}
        />
        {checklist.sections.map((section) => (
          <ChecklistSection
            key={section.id}
            section={section}
            items={visible.filter((placed) => placed.section === section.id)}
            answers={draft.answers}
            problems={problems}
            onChange={form.answer}
            onAdd={() => setOpen({ ...open, [section.id]: shownEntries(section.id) + 1 })}
            onRemove={(entry) => {
              setOpen({ ...open, [section.id]: shownEntries(section.id) - 1 });
              form.removeEntry(section, entry);
            }}
          />
        ))}
        <Panel>
          <Stack gap="md">
            <TextArea label={words.overallNote} maxLength={2000} value={draft.note} onChange={form.setNote} />
            <CampaignChips value={draft.campaigns ?? []} onChange={form.setCampaigns} />
          </Stack>
        </Panel>
        <ProblemList problems={problems} items={visible} />
        <FormError error={form.submitError && failure(form.submitError)} />
        <Group justify="flex-end">
          <Button size="lg" leftSection={<IconSend size={22} aria-hidden />} loading={form.submitting} onClick={submit}>
            {words.submit}
          </Button>
        </Group>
      </PageColumn>
    </>
  );
}
