import { useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { isRecheckDue } from '#shared/case/steps.ts';
import { cleanText } from '#shared/kernel/text.ts';

import { StepDialog } from './StepDialog.tsx';
import classes from './cases.module.css';
import { usePair } from './usePair.ts';

const words = casesText.actions;
const RESULTS = [
  { value: 'fixed', label: words.fixed, tone: 'good' },
  { value: 'not_fixed', label: words.notFixed, tone: 'bad' },
] as const;

/** 复查: corrected or not, with photos. 未改正 is only possible once the period is over. */
export function RecheckDialog({ row, onClose }: { readonly row: CaseRow; readonly onClose: () => void }): ReactNode {
  const [result, setResult] = useState<'fixed' | 'not_fixed'>();
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const today = useToday();
  const pair = usePair();
  const command = useCommand('case.recheck');

  const early = result === 'not_fixed' && row.stage === 'notice_served' && !isRecheckDue(row, today);
  const tooEarly = early ? messageOf({ code: 'recheck_before_due', article: '行政处罚法 §28' }).what : '';
  const problems = [
    result === undefined ? words.resultMissing : '',
    tooEarly,
    photos.length === 0 ? words.recheckPhotosMissing : '',
  ].filter((text) => text !== '');
  const submit = async (): Promise<void> => {
    setTried(true);
    if (result === undefined || problems.length > 0 || !pair.complete) return;
    const answer = await command.run({
      caseId: row.id,
      result,
      photos: [...photos],
      note: cleanText(note).trim(),
      second: pair.second,
    });
    if (answer.ok) onClose();
    else pair.refused(answer.error);
  };
  return (
    <StepDialog
      title={words.recheckTitle}
      submitLabel={words.recheckSubmit}
      pair={pair}
      problems={problems}
      tried={tried}
      pending={command.pending}
      error={command.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div>
        <BigChoice focusFirst label={words.result} options={RESULTS} value={result} onChange={setResult} />
        {early && <p className={classes['soft']}>{tooEarly}</p>}
      </div>
      <PhotosInput label={words.recheckPhotos} photos={photos} stream={`case:${row.id}`} onChange={setPhotos} />
      <TextArea label={words.note} minRows={2} maxLength={1000} value={note} onChange={setNote} />
    </StepDialog>
  );
}
