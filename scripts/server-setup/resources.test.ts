import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { validationSource } from '#shared/access/validation.ts';

import { DEMO_ACCOUNTS, DEMO_ORGS } from './demoPeople.ts';
import { planFile } from './plan.ts';

const folder = new URL('../../resources/couchdb/', import.meta.url);

describe('what the repository shows of the server', () => {
  it('is the validation that the generator makes', async () => {
    await expect(`${validationSource()}\n`).toMatchFileSnapshot(
      fileURLToPath(new URL('validate_doc_update.txt', folder)),
    );
  });

  it('names every setting in local.ini', () => {
    const ini = readFileSync(new URL('local.ini', folder), 'utf8');
    for (const line of [
      'enable_cors = true',
      'origins = app://xunzhi',
      'credentials = true',
      'algorithm = utc_random',
    ]) {
      expect(ini).toContain(line);
    }
  });

  it('is a demo that a file of organisations could say too, all of it marked as an example', () => {
    expect(planFile.safeParse({ orgs: DEMO_ORGS, accounts: DEMO_ACCOUNTS }).success).toBe(true);
    for (const { name } of [...DEMO_ORGS, ...DEMO_ACCOUNTS.map(({ card }) => card)]) expect(name).toMatch(/（示例）$/);
  });
});
