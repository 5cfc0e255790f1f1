import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { choiceLabel } from '#renderer/app/language/zh/actFields.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { cleanContent } from '#renderer/queries/useAutosave.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import type { ServiceMode } from '#shared/events/serviceEvents.ts';

import { ServiceFields } from './ServiceFields.tsx';
import { StepDialog } from './StepDialog.tsx';
import classes from './cases.module.css';
import { serviceData, serviceProblems, type ServiceForm } from './serveCheck.ts';
import { usePair } from './usePair.ts';

const words = casesText.actions;
const USUAL = [
  { value: 'direct', label: words.direct },
  { value: 'left', label: words.left },
] as const;
const OTHERS = (['post', 'electronic', 'entrusted', 'forwarded', 'announcement'] as const).map((value) => ({
  value,
  label: choiceLabel('mode', value),
}));

function hintOf(mode: ServiceMode): string {
  if (mode === 'direct') return words.directHint;
  return mode === 'left' ? words.leftHint : words.otherHints[mode];
}

type ModeProps = { readonly mode: ServiceMode; readonly onChange: (mode: ServiceMode) => void };

function ModeChoice({ mode, onChange }: ModeProps): ReactNode {
  const other = OTHERS.find(({ value }) => value === mode)?.value;
  return (
    <div>
      <BigChoice
        focusFirst
        label={words.mode}
        options={USUAL}
        value={other === undefined ? (mode as 'direct' | 'left') : undefined}
        onChange={onChange}
      />
      <Select
        mt="sm"
        label={words.otherModes}
        placeholder={words.otherModesHint}
        data={OTHERS}
        value={other ?? null}
        onChange={(value) => onChange(value ?? 'direct')}
        clearable
      />
      <p className={classes['soft']}>{`${hintOf(mode)}${words.notPasting}`}</p>
    </div>
  );
}

/** 送达 of a correction notice in any form the law knows (民事诉讼法 §88-95). */
export function ServeDialog({ row, onClose }: { readonly row: CaseRow; readonly onClose: () => void }): ReactNode {
  const document = row.documents.findLast((one) => one.voided === undefined);
  const [form, setForm] = useState<ServiceForm>({
    mode: 'direct',
    receiver: row.site.operator,
    relation: words.relations[0],
    place: row.site.address,
    photos: [],
  });
  const [tried, setTried] = useState(false);
  const pair = usePair();
  const command = useCommand('notice.serve');
  const problems = serviceProblems(form, document?.issuedAt);
  const set = (change: Partial<ServiceForm>): void => setForm((before) => ({ ...before, ...change }));

  const submit = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0 || !pair.complete || document === undefined) return;
    const data = serviceData(cleanContent(form));
    const input = { ...data, photos: [...data.photos], caseId: row.id, document: document.document };
    const answer = await command.run({ ...input, second: pair.second } as Parameters<typeof command.run>[0]);
    if (answer.ok) onClose();
    else pair.refused(answer.error);
  };
  return (
    <StepDialog
      title={`${words.serveTitle} ${document?.number ?? ''}`}
      submitLabel={words.serveSubmit}
      pair={pair}
      problems={problems}
      tried={tried}
      pending={command.pending}
      error={command.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ModeChoice mode={form.mode} onChange={(mode) => set({ mode })} />
      <ServiceFields
        form={form}
        set={set}
        setPhotos={(change) => setForm((before) => ({ ...before, photos: change(before.photos) }))}
        stream={`case:${row.id}`}
      />
    </StepDialog>
  );
}
