import { useState } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { common } from '#renderer/app/language/zh/common.ts';
import type { ErrorText } from '#renderer/app/language/zh/errorText.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import type { SheetToWrite } from '#renderer/app/sheet/sheet.ts';
import { makeWorkbook } from '#renderer/app/sheet/sheetClient.ts';

/** Saves sheets as a workbook where the person says. */
export function useSaveWorkbook(): {
  readonly busy: boolean;
  readonly error: ErrorText | undefined;
  readonly save: (name: string, sheets: readonly SheetToWrite[]) => Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorText>();
  const save = async (name: string, sheets: readonly SheetToWrite[]): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const bytes = await makeWorkbook(sheets);
    const answer = bytes === undefined ? undefined : await bridge.invoke('files.save', { name, bytes });
    setBusy(false);
    if (answer?.ok === true) notifyDone(answer.value.saved ? common.savedTo(answer.value.path ?? '') : common.notSaved);
    else setError(messageOf(answer?.error ?? { code: 'internal' }));
  };
  return { busy, error, save };
}
