import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { builtPage, VERIFY_PAGE } from './build.ts';

it('is the committed page: npx tsx scripts/generate/verifyPage.ts writes it', async () => {
  expect(readFileSync(VERIFY_PAGE, 'utf8')).toBe(await builtPage());
});
