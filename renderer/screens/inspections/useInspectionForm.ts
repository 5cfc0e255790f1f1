import { useRef, useState } from 'react';
import { useLocation } from 'wouter';

import {
  answerTo,
  photosOf,
  withAnswer,
  withoutEntry,
  type AnswerPatch,
  type AnswerPatchFrom,
} from '#renderer/app/checklist/draftAnswers.ts';
import { send, type CommandError, type InspectionDraft } from '#renderer/data/client.ts';
import { cleanContent, useAutosave, type SaveState } from '#renderer/queries/useAutosave.ts';
import type { ItemPlace } from '#shared/inspection/answers.ts';
import type { Checklist, Section } from '#shared/inspection/checklist.ts';
import { relevantAnswers } from '#shared/inspection/visible.ts';

/** The form of one inspection: what is on the screen, whether it is saved, and its submission. */
export type InspectionForm = {
  readonly draft: InspectionDraft;
  readonly save: SaveState;
  readonly answer: (place: ItemPlace, patch: AnswerPatch | AnswerPatchFrom, when: 'now' | 'soon') => void;
  readonly removeEntry: (section: Section, entry: number) => void;
  readonly setNote: (note: string) => void;
  readonly setCampaigns: (campaigns: readonly string[]) => void;
  readonly saveAgain: () => void;
  readonly stopSaving: () => Promise<void>;
  readonly submit: () => Promise<void>;
  readonly submitting: boolean;
  readonly submitError: CommandError | undefined;
};

/** Keeps the form's content, saves every change, and turns it into a record. A refusal leaves everything as it was. */
export function useInspectionForm(id: string, initial: InspectionDraft, checklist: Checklist): InspectionForm {
  const [draft, setDraft] = useState(initial);
  const [submitting, setSubmitting] = useState(false);
  const [submitError, setSubmitError] = useState<CommandError>();
  const [, navigate] = useLocation();
  const autosave = useAutosave(id, 'inspection');

  // The newest content, also for answers that come back after an import that took a while.
  const latest = useRef(initial);
  const change = (after: InspectionDraft, when: 'now' | 'soon'): void => {
    latest.current = after;
    setDraft(after);
    autosave.save(after, when);
  };

  const submit = async (): Promise<void> => {
    if (submitting) return;
    setSubmitting(true);
    setSubmitError(undefined);
    await autosave.stop();
    const draftNow = cleanContent(latest.current);
    const content = { ...draftNow, answers: [...relevantAnswers(checklist, draftNow.answers)] };
    const answer = await send('inspection.submit', {
      draft: id,
      content,
      photos: photosOf(checklist, content.answers),
    });
    setSubmitting(false);
    if (answer.ok) navigate(`/inspections/${answer.value.inspectionId}`, { replace: true });
    else {
      autosave.resume();
      setSubmitError(answer.error);
    }
  };

  return {
    draft,
    save: autosave.state,
    answer: (place, patch, when) => {
      const before = latest.current;
      const now = typeof patch === 'function' ? patch(answerTo(before.answers, place)) : patch;
      change(withAnswer(before, place, now), when);
    },
    removeEntry: (section, entry) => {
      change(withoutEntry(latest.current, section, entry), 'now');
    },
    setNote: (note) => {
      change({ ...latest.current, note }, 'soon');
    },
    setCampaigns: (campaigns) => {
      change({ ...latest.current, campaigns: [...campaigns] }, 'now');
    },
    saveAgain: autosave.flush,
    stopSaving: autosave.stop,
    submit,
    submitting,
    submitError,
  };
}
