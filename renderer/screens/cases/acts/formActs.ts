import type { ActKey } from '#shared/case/procedures/names.ts';

/** Acts that are taken on a page or in a dialog of their own, or by themselves. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['case.opened', 'case.converted', 'case.handedOver', 'photo.added', 'number.granted', 'number.voided'],
  ...['supervision.returned', 'supervision.accepted'],
]);

/** True for acts whose form is made from their schema. */
export function isTakenByForm(act: ActKey): boolean {
  return !ELSEWHERE.has(act.split(':', 1)[0] ?? '') && act !== 'document.issued:D07';
}
