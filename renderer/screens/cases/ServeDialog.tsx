import { Autocomplete } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { TextArea, TextField } from '#renderer/components/fields.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { cleanContent } from '#renderer/queries/useAutosave.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { StepDialog } from './StepDialog.tsx';
import classes from './cases.module.css';
import { serviceProblems, type ServiceForm } from './serveCheck.ts';
import { usePair } from './usePair.ts';

const words = casesText.actions;
const MODES = [
  { value: 'direct', label: words.direct },
  { value: 'left', label: words.left },
] as const;

type FieldsProps = {
  readonly form: ServiceForm;
  readonly set: (change: Partial<ServiceForm>) => void;
  readonly setPhotos: (change: (before: readonly string[]) => readonly string[]) => void;
  readonly stream: string;
};

function Fields({ form, set, setPhotos, stream }: FieldsProps): ReactNode {
  const left = form.mode === 'left';
  return (
    <>
      <TextField
        label={left ? words.party : words.receiver}
        required
        maxLength={60}
        value={form.receiver}
        onChange={(receiver) => set({ receiver })}
      />
      <Autocomplete
        label={words.relation}
        required
        maxLength={40}
        data={[...words.relations]}
        value={form.relation}
        onChange={(relation) => set({ relation })}
      />
      <TextField
        label={words.place}
        required
        maxLength={200}
        description={left ? words.leftPlaceHint : undefined}
        value={form.place}
        onChange={(place) => set({ place })}
      />
      {left && (
        <>
          <TextArea
            label={words.refusalReason}
            required
            minRows={2}
            maxLength={500}
            value={form.refusalReason}
            onChange={(refusalReason) => set({ refusalReason })}
          />
          <TextField
            label={words.witness}
            description={words.witnessHint}
            maxLength={60}
            value={form.witness}
            onChange={(witness) => set({ witness })}
          />
        </>
      )}
      <PhotosInput
        label={words.servicePhotos}
        hint={left ? undefined : words.servicePhotosDirect}
        photos={form.photos}
        stream={stream}
        onChange={setPhotos}
      />
    </>
  );
}

/** 送达: handed to the party, or left with a witness or photos (民事诉讼法 §87-89). */
export function ServeDialog({ row, onClose }: { readonly row: CaseRow; readonly onClose: () => void }): ReactNode {
  const document = row.documents.findLast((one) => one.voided === undefined);
  const [form, setForm] = useState<ServiceForm>({
    mode: 'direct',
    receiver: row.site.operator,
    relation: words.relations[0],
    place: row.site.address,
    refusalReason: '',
    witness: '',
    photos: [],
  });
  const [tried, setTried] = useState(false);
  const pair = usePair();
  const command = useCommand('notice.serve');
  const problems = serviceProblems(form);

  const submit = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0 || !pair.complete || document === undefined) return;
    const { refusalReason, witness, ...rest } = cleanContent(form);
    const left = form.mode === 'left' ? { refusalReason: refusalReason.trim(), witness: witness.trim() } : {};
    const answer = await command.run({
      ...rest,
      ...left,
      photos: [...form.photos],
      caseId: row.id,
      document: document.document,
      second: pair.second,
    });
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
      <div>
        <BigChoice
          focusFirst
          label={words.mode}
          options={MODES}
          value={form.mode}
          onChange={(mode) => setForm({ ...form, mode })}
        />
        <p
          className={classes['soft']}
        >{`${form.mode === 'left' ? words.leftHint : words.directHint}${words.notPasting}`}</p>
      </div>
      <Fields
        form={form}
        set={(change) => setForm((before) => ({ ...before, ...change }))}
        setPhotos={(change) => setForm((before) => ({ ...before, photos: change(before.photos) }))}
        stream={`case:${row.id}`}
      />
    </StepDialog>
  );
}
