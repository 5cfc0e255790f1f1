import { useRef, useState } from 'react';
import { useLocation } from 'wouter';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { isSecondComplete, NO_SECOND, type SecondValue } from '#renderer/components/SecondOfficer.tsx';
import { send, type CommandError } from '#renderer/data/client.ts';
import type { InspectionRow } from '#renderer/queries/inspections.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { usePeople } from '#renderer/queries/people.ts';
import { cleanContent, useAutosave, type SaveState } from '#renderer/queries/useAutosave.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { commandOf, factsOf, problemsOf, type NewCase, type NewCaseProblem, type NewFinding } from './newCase.ts';
import { isPinError } from './pinError.ts';

/** The form of a new case: content, autosave, checks and the command. */
export type NewCaseHandle = {
  readonly content: NewCase;
  readonly save: SaveState;
  readonly changeFinding: (key: string, change: (before: NewFinding) => NewFinding, when: 'now' | 'soon') => void;
  readonly addFinding: () => void;
  readonly setFacts: (facts: string) => void;
  readonly rebuildFacts: () => void;
  readonly second: SecondValue;
  readonly setSecond: (second: SecondValue) => void;
  readonly ownUser: string | undefined;
  readonly secondError: string | undefined;
  readonly tried: boolean;
  readonly problems: readonly NewCaseProblem[];
  readonly pending: boolean;
  readonly error: CommandError | undefined;
  readonly submit: () => Promise<void>;
};

/** Keeps the form; a refused command changes nothing in it but the PIN. */
export function useNewCase(row: InspectionRow, initial: NewCase): NewCaseHandle {
  const [content, setContent] = useState(initial);
  const [second, setSecond] = useState<SecondValue>(NO_SECOND);
  const [tried, setTried] = useState(false);
  const session = useSession();
  const people = usePeople();
  const autosave = useAutosave(row.id, 'case');
  const open = useCommand('case.open');
  const [, navigate] = useLocation();

  // The newest content, also for photo imports that took a while.
  const latest = useRef(initial);
  const change = (make: (before: NewCase) => NewCase, when: 'now' | 'soon'): void => {
    const after = make(latest.current);
    latest.current = after;
    setContent(after);
    autosave.save(after, when);
  };
  const pinError = open.error !== undefined && isPinError(open.error) ? open.error : undefined;
  const officers = [session?.name, people?.find((person) => person.user === second.user)?.name];

  const submit = async (): Promise<void> => {
    setTried(true);
    if (problemsOf(content, isSecondComplete(second)).length > 0) return;
    await autosave.stop();
    const answer = await open.run(commandOf(row, cleanContent(content), second));
    if (answer.ok) {
      await send('draft.discard', { id: row.id });
      navigate(`/cases/${answer.value.caseId}`, { replace: true });
      return;
    }
    autosave.resume();
    if (isPinError(answer.error)) setSecond({ ...second, pin: '' });
  };

  return {
    content,
    save: autosave.state,
    changeFinding: (key, make, when) =>
      change((b) => ({ ...b, findings: b.findings.map((one) => (one.key === key ? make(one) : one)) }), when),
    addFinding: () => {
      const key = `added-${String(content.findings.length)}`;
      const fresh: NewFinding = { key, included: true, matter: '', description: '', photos: [] };
      change((before) => ({ ...before, findings: [...before.findings, fresh] }), 'now');
    },
    setFacts: (facts) => change((before) => ({ ...before, facts }), 'soon'),
    rebuildFacts: () => {
      const names = officers.filter((name) => name !== undefined);
      change((before) => ({ ...before, facts: factsOf(row, before.findings, names, before.inspected) }), 'now');
    },
    second,
    setSecond,
    ownUser: session?.user,
    secondError: pinError === undefined ? undefined : messageOf(pinError).what,
    tried,
    // A wrong PIN was emptied: the refusal says so already.
    problems: tried ? problemsOf(content, pinError !== undefined || isSecondComplete(second)) : [],
    pending: open.pending,
    error: open.error,
    submit,
  };
}
