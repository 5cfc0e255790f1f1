import type { InspectionRow } from '#renderer/queries/inspections.ts';
import { registersOf, type Checklist } from '#shared/inspection/checklist.ts';

/** True when 整改告知单 can be made of it: something failed, before a shop (the words of the sheet speak to a shopkeeper alone). */
export function hasNotice(row: Pick<InspectionRow, 'answers'>, checklist: Checklist | undefined): boolean {
  if (!row.answers.some(({ answer }) => answer === 'fail')) return false;
  return checklist === undefined || registersOf(checklist).join() === 'shop';
}
