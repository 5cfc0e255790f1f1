import { expect, it } from 'vitest';

import { caseTitle } from './title.ts';

it('is party, act and 案', () => {
  expect(caseTitle('好味小吃店', '超出门窗、外墙经营')).toBe('好味小吃店超出门窗、外墙经营案');
  expect(caseTitle('好味小吃店', '超出门窗、外墙经营', true)).toBe('好味小吃店超出门窗、外墙经营等案');
});

it('stays within what an event takes and is never cut inside a character', () => {
  const title = caseTitle('𠮷'.repeat(150), '堆放物料');
  expect(title.length).toBeLessThanOrEqual(200);
  expect(title.endsWith('案')).toBe(true);
  expect(title).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
