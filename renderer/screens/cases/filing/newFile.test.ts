import { expect, it } from 'vitest';

import { aSite } from '#shared/testing/builders.ts';

import { decisionOf, fenOf, newFile, openingOf, parseNewFile, problemsOf } from './newFile.ts';

const form = newFile('11111111-1111-4111-8111-111111111111', aSite());

it('asks for what the law needs, and on the spot for party and penalty, too', () => {
  expect(problemsOf(form)).toEqual(['matter', 'facts', 'photos']);
  const whole = { ...form, matter: 'MQ-14', facts: '占道', photos: ['a'.repeat(64)] };
  expect(problemsOf(whole)).toEqual([]);
  expect(problemsOf({ ...whole, procedure: 'spot' })).toEqual(['penalty']);
  expect(problemsOf({ ...whole, procedure: 'spot', fine: '200', party: {} })).toEqual(['party']);
  expect(problemsOf({ ...whole, procedure: 'spot', objection: 'new_facts' })).toEqual([]);
});

it('reads yuan as fen, and nothing that is no amount', () => {
  expect(['200', '1,500.5', '', '二百', '-1', '1.005'].map(fenOf)).toEqual([20_000, 150_050, 0, 0, 0, 0]);
});

it('fills in the party from the register, and sends it clean', () => {
  const opening = openingOf({ ...form, facts: ' 占道 \u0007 ', matter: 'MQ-14' });
  expect(opening).toMatchObject({ facts: '占道', party: { kind: 'sole_trader', shop: aSite().name } });
  expect(openingOf({ ...form, party: {} }).party).toBeUndefined();
  expect(decisionOf({ ...form, words: ' 下次注意 ', fine: '200' })).toEqual({
    told: { objection: 'none', words: '下次注意' },
    penalty: { warning: false, fineFen: 20_000 },
  });
});

it('takes a draft back as it was, and nothing else', () => {
  expect(parseNewFile(form)).toBe(form);
  expect(parseNewFile({ answers: [] })).toBeUndefined();
  expect(parseNewFile(null)).toBeUndefined();
});
