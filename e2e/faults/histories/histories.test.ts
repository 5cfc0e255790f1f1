import { expect, it } from 'vitest';

import { problemsOf } from '../../fixtures/entry.ts';

import { histories } from './histories.ts';

it('no random history of a file breaks an invariant (short form, fixed and fresh seed)', async () => {
  for (const seed of ['H1', String(Date.now())])
    expect(await problemsOf('faults', [histories], ['histories', '--runs', '500', '--seed', seed])).toBe('ok');
}, 60_000);
