import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useNow } from '#renderer/queries/useNow.ts';
import { fileSteps, type ActInfo } from '#shared/case/fileSteps.ts';
import { isTakenByForm } from '#shared/case/formActs.ts';

/** The steps of a file at its stage for the person at the screen now, and whether it may be converted. */
export function useFileSteps(row: CaseRow): readonly ActInfo[] {
  const session = useSession();
  const nowMs = useNow();
  const calendar = useCatalogue()?.calendar;
  if (session?.user === undefined) return [];
  const { user, role = '', org = '', certificateExpiresOn } = session;
  const steps = fileSteps(row, { by: user, role, org, nowMs, calendar, certificatesExpireOn: [certificateExpiresOn] });
  return steps.filter(({ act }) => isTakenByForm(act) || act === 'case.converted' || act === 'document.issued:D07');
}
