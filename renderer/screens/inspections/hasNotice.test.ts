import { expect, it } from 'vitest';

import { aChecklist, anAnswer } from '#shared/testing/checklists.ts';

import { hasNotice } from './hasNotice.ts';

const failed = { answers: [anAnswer('H1', { answer: 'fail' })] };

it('is made for shops where something failed, and for nobody else', () => {
  expect(hasNotice(failed, aChecklist())).toBe(true);
  expect(hasNotice(failed, undefined)).toBe(true);
  expect(hasNotice({ answers: [anAnswer('H1')] }, aChecklist())).toBe(false);
  expect(hasNotice(failed, aChecklist({ registers: ['stall-zone', 'shop'] }))).toBe(false);
  expect(hasNotice(failed, aChecklist({ registers: ['manhole'] }))).toBe(false);
});
