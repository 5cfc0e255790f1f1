import type { InspectionDraft } from '#renderer/data/client.ts';
import { answerField } from '#shared/events/inspectionEvents.ts';

/** The draft's content when it has the shape this version knows; undefined otherwise (it is then left untouched). */
export function parseDraft(content: unknown): InspectionDraft | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const draft = content as Partial<InspectionDraft>;
  const whole =
    typeof draft.checklist === 'string' &&
    typeof draft.checklistVersion === 'number' &&
    typeof draft.siteId === 'string' &&
    typeof draft.startedAt === 'string' &&
    typeof draft.note === 'string' &&
    Array.isArray(draft.answers) &&
    draft.answers.every((answer) => answerField.safeParse(answer.answer).success && Array.isArray(answer.photos));
  return whole ? (draft as InspectionDraft) : undefined;
}
