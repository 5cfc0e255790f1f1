import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';

import { send, type CommandError, type InspectionDraft } from '#renderer/data/client.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { checklistsFor, usualChecklist } from '#shared/inspection/choose.ts';

import { readCatalogue } from './catalogue.ts';
import { store } from './store.ts';

/** A site whose checklist somebody has to choose. */
export type ChecklistQuestion = {
  readonly siteId: string;
  readonly lists: readonly Checklist[];
  readonly what: StartedFor;
};

/** What an inspection is begun for, besides the site: the report of a citizen, campaigns. */
export type StartedFor = Pick<InspectionDraft, 'report' | 'campaigns'>;

/** Starts inspections: makes the draft and goes to its form. */
export type InspectionStarter = {
  /** With the usual checklist of the site's register when none is named; asks when there are several. */
  readonly start: (siteId: string, checklistId?: string, what?: StartedFor) => Promise<void>;
  /** Asks which of the checklists of the site's register. */
  readonly ask: (siteId: string) => Promise<void>;
  readonly question: ChecklistQuestion | undefined;
  readonly stopAsking: () => void;
  readonly pending: boolean;
  readonly error: CommandError | undefined;
};

type Usable = { readonly lists: readonly Checklist[]; readonly usual: Checklist | undefined };

async function usableFor(siteId: string): Promise<Usable | CommandError> {
  const catalogue = await readCatalogue();
  if (catalogue === null || catalogue.checklists.length === 0) return { code: 'catalogue_unreadable' };
  const register = (await store.sites.get(siteId))?.register ?? 'shop';
  const lists = checklistsFor(catalogue.checklists, register);
  if (lists.length === 0) return { code: 'no_checklist' };
  return { lists, usual: usualChecklist(catalogue.checklists, register) };
}

async function makeDraft(
  siteId: string,
  checklist: Checklist,
  what: StartedFor,
): Promise<{ readonly id: string } | CommandError> {
  const fresh = await send('draft.newId', {});
  if (!fresh.ok) return fresh.error;
  const content: InspectionDraft = {
    checklist: checklist.id,
    checklistVersion: checklist.version,
    siteId,
    startedAt: fresh.value.now,
    answers: [],
    note: '',
    ...what,
  };
  const saved = await send('draft.save', { id: fresh.value.id, kind: 'inspection', content });
  return saved.ok ? { id: fresh.value.id } : saved.error;
}

/** Makes a new inspection draft of a site with the newest version of a checklist, then opens its form. */
export function useStartInspection(): InspectionStarter {
  const [, navigate] = useLocation();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CommandError>();
  const [question, setQuestion] = useState<ChecklistQuestion>();
  const begin = useCallback(
    async (siteId: string, what: StartedFor, pick: (usable: Usable) => Checklist | undefined) => {
      setPending(true);
      setError(undefined);
      setQuestion(undefined);
      const usable = await usableFor(siteId);
      const chosen = 'code' in usable ? undefined : pick(usable);
      const made = chosen === undefined ? usable : await makeDraft(siteId, chosen, what);
      setPending(false);
      if ('id' in made) navigate(`/inspections/draft/${made.id}`);
      else if ('code' in made) setError(made);
      else setQuestion({ siteId, lists: made.lists, what });
    },
    [navigate],
  );
  const start = useCallback(
    (siteId: string, checklistId?: string, what: StartedFor = {}) =>
      begin(siteId, what, ({ lists, usual }) =>
        checklistId === undefined ? usual : lists.find((list) => list.id === checklistId),
      ),
    [begin],
  );
  const ask = useCallback((siteId: string) => begin(siteId, {}, () => undefined), [begin]);
  const stopAsking = useCallback(() => setQuestion(undefined), []);
  return { start, ask, question, stopAsking, pending, error };
}
