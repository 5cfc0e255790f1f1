import type { CaseRow } from '#renderer/data/tables.ts';
import type { CaseStage } from '#shared/case/stages.ts';

/** Where a case is on its way, as the list groups its stages; every stage stands in one group. */
export const STAGE_GROUPS = {
  intake: ['clue', 'verifying'],
  correction: ['notice_served', 'not_fixed'],
  investigation: ['found', 'stop_ordered', 'filed', 'investigating', 'identified', 'spot_draft'],
  review: ['investigated', 'legal_review', 'passed', 'hearing_review'],
  notice: ['notice_approved', 'notice_issued', 'hearing'],
  decision: ['deliberation', 'decided', 'no_penalty', 'spot_issued'],
  execution: [
    ...(['served', 'spot_delivered', 'reported', 'urged', 'enforcement_decided', 'court_applied'] as const),
    ...(['gov_ordered', 'demolished', 'accepted', 'enforced'] as const),
  ],
  ended: [
    ...(['fixed', 'fixed_on_site', 'not_filed', 'closed', 'archived'] as const),
    ...(['transferred', 'terminated', 'revoked', 'converted'] as const),
  ],
} as const satisfies Readonly<Record<string, readonly CaseStage[]>>;
/** See `STAGE_GROUPS`. */
export type StageGroup = keyof typeof STAGE_GROUPS;

/** The groups in the order of a case. */
export const GROUPS = Object.keys(STAGE_GROUPS) as readonly StageGroup[];

const GROUP_OF = new Map<CaseStage, StageGroup>(
  GROUPS.flatMap((group) => STAGE_GROUPS[group].map((stage): [CaseStage, StageGroup] => [stage, group])),
);

/** The group of a case. A correction notice that waits for its service is still 责令改正, not 告知. */
export function groupOf({ stage, procedure }: Pick<CaseRow, 'stage' | 'procedure'>): StageGroup {
  if (procedure === 'correction' && stage === 'notice_issued') return 'correction';
  return GROUP_OF.get(stage) ?? 'ended';
}
