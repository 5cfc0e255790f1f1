import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { campaignFileField } from '#shared/catalogue/campaignFile.ts';

const PATH = fileURLToPath(new URL('../../resources/catalogue/campaigns.json', import.meta.url));

it('comes with the campaign that the year plan names', () => {
  const { campaigns } = campaignFileField.parse(JSON.parse(readFileSync(PATH, 'utf8')));
  expect(campaigns.map(({ name }) => name)).toEqual(['创文国检']);
});
