import { expect, it } from 'vitest';

import { validationSource } from './validation.ts';

type Doc = Record<string, unknown>;
type Validate = (newDoc: Doc, oldDoc: Doc | null, userCtx: unknown, secObj: unknown) => void;

// The generated text is what the server will run, so the test runs exactly that.
// eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- see above
const validate = new Function(`return (${validationSource()});`)() as Validate;

const SET = { level: 'grid', version: 2, areas: [{ code: 'G1' }] };
const CARD = {
  ...{ _id: 'areas:grid:2', kind: 'areas', level: 'grid', version: 2, text: JSON.stringify(SET) },
  ...{ hash: '0123456789abcdef'.repeat(4), by: 'admin', device: '01890a5d-ac96-774b-bcce-b302099a8057', org: 'hscg' },
};

function refusalOf(changes: Doc, role = 'hscg/admin', oldDoc: Doc | null = null, db = 'bureau'): string {
  try {
    const home = { admins: { roles: ['_admin', 'hscg/admin'] } };
    validate({ ...CARD, ...changes }, oldDoc, { db, name: 'admin', roles: [role] }, home);
    return 'taken';
  } catch (thrown) {
    return (thrown as { readonly forbidden: string }).forbidden.split(':')[0] ?? '';
  }
}

it('areas are published once, by an administrator of the home organisation, and are those of their id', () => {
  expect(refusalOf({})).toBe('taken');
  for (const role of ['hsg/admin', 'hscg/supervisor', 'hsg/officer', 'hscg/carrier'])
    expect([role, refusalOf({}, role)]).toEqual([role, 'admins_only']);
  expect(refusalOf({}, 'hscg/admin', CARD)).toBe('exists');
  expect(refusalOf({ _deleted: true }, 'hscg/admin', CARD)).toBe('deletion');
  expect(refusalOf({}, 'hscg/admin', null, 'work-hscg')).toBe('database');
  for (const changes of [{ _id: 'areas:moon:2' }, { _id: 'areas:grid:02' }, { version: 3 }, { level: 'street' }])
    expect(refusalOf(changes)).toBe('id');
  for (const said of [{ level: 'street' }, { version: 3 }, { areas: [] }])
    expect(refusalOf({ text: JSON.stringify({ ...SET, ...said }) })).toBe('field');
  for (const changes of [{ text: '{' }, { text: 'null' }, { hash: 'f' }, { device: 'mine' }])
    expect(refusalOf(changes)).toBe('field');
});
