import type { CaseRow } from '#renderer/queries/cases.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useNumbersLeft } from '#renderer/queries/numbers.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { openSteps, type StepInfo } from '#shared/case/steps.ts';

/** The steps of a case for the person at the screen today: open, or closed with every reason. */
export function useSteps(row: CaseRow): readonly StepInfo[] {
  const session = useSession();
  const todayOn = useToday();
  const left = useNumbersLeft({ org: row.org, kind: 'D07', year: Number(todayOn.slice(0, 4)) });
  if (session === undefined) return [];
  return openSteps(row, {
    role: session.role ?? '',
    org: session.org,
    todayOn,
    officerCertificateExpiresOn: session.certificateExpiresOn,
    hasNumber: left === undefined ? undefined : left > 0,
  });
}
