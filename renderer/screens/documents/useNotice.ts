import { useRef, useState } from 'react';

import { isSecondComplete, NO_SECOND, type SecondValue } from '#renderer/components/SecondOfficer.tsx';
import { send, type CommandError, type CommandInput, type CommandResults } from '#renderer/data/client.ts';
import { cleanContent, useAutosave, type SaveState } from '#renderer/queries/useAutosave.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { noticeOf, type NoticeForm, type NoticeNeed } from './notice.ts';
import { useDeadline, type DeadlineView } from './useDeadline.ts';

const PIN_CODES: ReadonlySet<string> = new Set(['wrong_pin', 'pin_blocked', 'no_pin']);

/** What issuing answered. */
export type IssuedNotice = CommandResults['notice.issue'];

/** The form of a notice: content, autosave, the computed date and the command. */
export type NoticeHandle = {
  readonly form: NoticeForm;
  readonly set: (change: Partial<NoticeForm>, when: 'now' | 'soon') => void;
  readonly save: SaveState;
  readonly deadline: DeadlineView;
  readonly input: CommandInput<'notice.preview'> | undefined;
  readonly missing: readonly NoticeNeed[];
  readonly second: SecondValue;
  readonly setSecond: (second: SecondValue) => void;
  readonly pending: boolean;
  readonly error: CommandError | undefined;
  readonly pinWrong: boolean;
  /** Number and file, once issued. */
  readonly issued: IssuedNotice | undefined;
  readonly issue: () => Promise<void>;
};

/** Keeps the form; a refused command changes nothing in it but the PIN. */
export function useNotice(caseId: string, initial: NoticeForm): NoticeHandle {
  const [form, setForm] = useState(initial);
  const [second, setSecond] = useState<SecondValue>(NO_SECOND);
  const [tried, setTried] = useState(false);
  const [issued, setIssued] = useState<IssuedNotice>();
  const latest = useRef(initial);
  const autosave = useAutosave(caseId, 'notice');
  const command = useCommand('notice.issue');
  const deadline = useDeadline(form);

  const dueOn = deadline.is === 'date' ? deadline.dueOn : undefined;
  const { input, missing } = noticeOf(caseId, cleanContent(form), dueOn);
  const needs: readonly NoticeNeed[] = isSecondComplete(second) ? missing : [...missing, 'second'];
  const pinWrong = command.error !== undefined && PIN_CODES.has(command.error.code);

  const issue = async (): Promise<void> => {
    setTried(true);
    if (input === undefined || needs.length > 0) return;
    await autosave.stop();
    const answer = await command.run({ ...input, second });
    if (answer.ok) {
      await send('draft.discard', { id: caseId });
      setIssued(answer.value);
      return;
    }
    autosave.resume();
    if (PIN_CODES.has(answer.error.code)) setSecond({ ...second, pin: '' });
  };
  return {
    form,
    set: (change, when) => {
      latest.current = { ...latest.current, ...change };
      setForm(latest.current);
      autosave.save(latest.current, when);
    },
    save: autosave.state,
    deadline,
    input,
    // A wrong PIN was emptied: the refusal says so already.
    missing: tried ? (pinWrong ? missing : needs) : [],
    second,
    setSecond,
    pending: command.pending,
    error: command.error,
    pinWrong,
    issued,
    issue,
  };
}
