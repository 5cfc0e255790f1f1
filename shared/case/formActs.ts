import type { ActKey } from './procedures/names.ts';

/** Acts that are taken on a page or in a dialog and by a command of their own, or by themselves. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...[
    'case.opened',
    'case.converted',
    'case.handedOver',
    'photo.added',
    'paper.scanned',
    'number.granted',
    'number.voided',
  ],
  ...['case.found', 'case.fixedOnSite', 'supervision.returned', 'supervision.accepted'],
]);

/** True for acts whose form is made from their schema, and which one command writes. */
export function isTakenByForm(act: ActKey): boolean {
  return !ELSEWHERE.has(act.split(':', 1)[0] ?? '') && act !== 'document.issued:D07';
}
