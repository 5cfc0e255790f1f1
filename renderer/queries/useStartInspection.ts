import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';

import { send, type CommandError, type InspectionDraft } from '#renderer/data/client.ts';

import { readCatalogue } from './catalogue.ts';

/** Starts inspections: makes the draft and goes to its form. */
export type InspectionStarter = {
  readonly start: (siteId: string, checklistId?: string) => Promise<void>;
  readonly pending: boolean;
  readonly error: CommandError | undefined;
};

async function makeDraft(
  siteId: string,
  checklistId: string | undefined,
): Promise<{ readonly id: string } | CommandError> {
  const catalogue = await readCatalogue();
  const usable =
    catalogue?.checklists.filter((checklist) => checklistId === undefined || checklist.id === checklistId) ?? [];
  const checklist = [...usable].sort((a, b) => b.version - a.version)[0];
  if (checklist === undefined) return { code: 'catalogue_unreadable' };
  const fresh = await send('draft.newId', {});
  if (!fresh.ok) return fresh.error;
  const content: InspectionDraft = {
    checklist: checklist.id,
    checklistVersion: checklist.version,
    siteId,
    startedAt: fresh.value.now,
    answers: [],
    note: '',
  };
  const saved = await send('draft.save', { id: fresh.value.id, kind: 'inspection', content });
  return saved.ok ? { id: fresh.value.id } : saved.error;
}

/** Makes a new inspection draft of a shop with the newest version of a checklist, then opens its form. */
export function useStartInspection(): InspectionStarter {
  const [, navigate] = useLocation();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CommandError>();
  const start = useCallback(
    async (siteId: string, checklistId?: string) => {
      setPending(true);
      setError(undefined);
      const made = await makeDraft(siteId, checklistId);
      setPending(false);
      if ('id' in made) navigate(`/inspections/draft/${made.id}`);
      else setError(made);
    },
    [navigate],
  );
  return { start, pending, error };
}
