import { useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { cleanText } from '#shared/kernel/text.ts';

import { StepDialog } from './StepDialog.tsx';
import classes from './cases.module.css';
import { usePair } from './usePair.ts';

const words = casesText.actions;

/** 当场整改: photos before and after, side by side. */
export function FixOnSiteDialog({ row, onClose }: { readonly row: CaseRow; readonly onClose: () => void }): ReactNode {
  // The photos of the findings show the place before; the officer may take some out.
  const [before, setBefore] = useState<readonly string[]>(() => [
    ...new Set(row.findings.flatMap((one) => one.photos)),
  ]);
  const [after, setAfter] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const pair = usePair();
  const command = useCommand('case.fixOnSite');

  const problems = [
    before.length === 0 ? words.beforeMissing : '',
    after.length === 0 ? words.afterMissing : '',
  ].filter((text) => text !== '');
  const submit = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0 || !pair.complete) return;
    const answer = await command.run({
      caseId: row.id,
      before: [...before],
      after: [...after],
      note: cleanText(note).trim(),
      second: pair.second,
    });
    if (answer.ok) onClose();
    else pair.refused(answer.error);
  };
  return (
    <StepDialog
      title={words.fixTitle}
      submitLabel={words.fixSubmit}
      pair={pair}
      problems={problems}
      tried={tried}
      pending={command.pending}
      error={command.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <span className={classes['soft']}>{words.fixIntro}</span>
      <PhotosInput focusFirst label={words.before} photos={before} stream={`case:${row.id}`} onChange={setBefore} />
      <PhotosInput label={words.after} photos={after} stream={`case:${row.id}`} onChange={setAfter} />
      <TextArea label={words.note} minRows={2} maxLength={1000} value={note} onChange={setNote} />
    </StepDialog>
  );
}
