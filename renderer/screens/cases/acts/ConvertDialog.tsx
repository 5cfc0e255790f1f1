import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';

import { fileText } from '#renderer/app/language/zh/files.ts';
import { TextArea } from '#renderer/components/fields.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { cleanText } from '#shared/kernel/text.ts';

import { StepDialog } from '../StepDialog.tsx';
import { usePair } from '../usePair.ts';

const words = fileText.convert;

/** 简易程序转普通程序: the on-the-spot case ends, and a file goes on with what was found (行政处罚法 §54). */
export function ConvertDialog({ row, onClose }: { readonly row: CaseRow; readonly onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [, go] = useLocation();
  const pair = usePair();
  const command = useCommand('file.convert');
  const problems = reason.trim() === '' ? [words.reason] : [];
  const submit = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0 || !pair.complete) return;
    const answer = await command.run({ caseId: row.id, reason: cleanText(reason).trim(), second: pair.second });
    if (answer.ok) go(`/cases/${answer.value.caseId}`);
    else pair.refused(answer.error);
  };
  return (
    <StepDialog
      title={words.title}
      submitLabel={words.submit}
      pair={pair}
      problems={problems}
      tried={tried}
      pending={command.pending}
      error={command.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextArea label={words.reason} required maxLength={1000} value={reason} onChange={setReason} />
    </StepDialog>
  );
}
