import { describe, expect, it } from 'vitest';

import { validationSource } from './validation.ts';

type Doc = Record<string, unknown>;
type Context = { readonly db: string; readonly name: string | null; readonly roles: readonly string[] };

// The generated text is what the server will run, so the test runs exactly that.
// eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- see above
const validate = new Function(`return (${validationSource()});`)() as (
  newDoc: Doc,
  oldDoc: Doc | null,
  userCtx: Context,
  secObj: unknown,
) => void;

const DEVICE = '01890a5d-ac96-774b-bcce-b302099a8057';
const HEX = '0123456789abcdef'.repeat(4);

function aContext(changes: Partial<Context> = {}): Context {
  return { db: 'case-hsg-2026', name: 'chen.wei', roles: ['hsg/officer'], ...changes };
}

function refusalOf(newDoc: Doc, context: Context, oldDoc: Doc | null, secObj: unknown): string | undefined {
  try {
    validate(newDoc, oldDoc, context, secObj);
    return undefined;
  } catch (thrown) {
    const { forbidden } = thrown as { forbidden?: string };
    if (forbidden === undefined) throw thrown;
    return forbidden.split(':')[0];
  }
}

describe('what is published once', () => {
  it('a checklist is published once, by an administrator of the home organisation, and is the one of its id', () => {
    const home = { admins: { roles: ['_admin', 'hscg/admin'] } };
    const at = (...roles: string[]) => aContext({ db: 'bureau', name: 'admin', roles });
    const list = { schema: 'xunzhi.checklist.v1', id: 'manhole-cover', version: 2, sections: [{ id: 'S' }] };
    const card = {
      ...{ _id: 'checklist:manhole-cover:2', kind: 'checklist', checklist: 'manhole-cover', version: 2 },
      ...{ hash: HEX, text: JSON.stringify(list), by: 'admin', device: DEVICE, org: 'hscg' },
    };
    const by = (role: string, changes: Doc = {}, oldDoc: Doc | null = null): string | undefined =>
      refusalOf({ ...card, ...changes }, at(role), oldDoc, home);
    const says = (changes: Doc): string => JSON.stringify({ ...list, ...changes });
    expect(by('hscg/admin')).toBeUndefined();
    for (const role of ['hsg/admin', 'hscg/supervisor', 'hsg/officer', 'hscg/carrier'])
      expect([role, by(role)]).toEqual([role, 'admins_only']);
    for (const role of ['hscg/admin', '_admin']) {
      expect(by(role, {}, card)).toBe('exists');
      expect(by(role, { text: says({ name: 'x' }) }, card)).toBe('exists');
      expect(by(role, { _deleted: true }, card)).toBe('deletion');
    }
    expect(by('hscg/admin', { _revisions: { start: 2, ids: ['b', 'a'] } })).toBe('revision');
    expect(by('hscg/admin', { by: 'lin.fang' })).toBe('author');
    for (const changes of [{ _id: 'checklist:manhole-cover:02' }, { _id: 'checklist:x:2' }, { version: 3 }])
      expect(by('hscg/admin', changes)).toBe('id');
    expect(by('hscg/admin', { version: '2' })).toBe('id');
    for (const changes of [
      { hash: 'f' },
      { device: 'mine' },
      { text: '{' },
      { text: 'null' },
      { text: '7' },
      { text: 1 },
    ])
      expect(by('hscg/admin', changes)).toBe('field');
    for (const text of [says({ id: 'other' }), says({ version: 1 }), says({ sections: [] })])
      expect(by('hscg/admin', { text })).toBe('field');
    expect(refusalOf(card, aContext({ name: 'admin', roles: ['hscg/admin'] }), null, home)).toBe('database');
    expect(refusalOf(card, at('hscg/admin'), null, { ...home, revoked_devices: [DEVICE] })).toBe('device_revoked');
  });

  it('a year plan is published the same way, and is the one of its id', () => {
    const at = (role: string) => aContext({ db: 'bureau', name: 'admin', roles: [role] });
    const plan = { year: 2026, version: 2, rows: [{ id: '1.1' }] };
    const by = (role: string, changes: Doc = {}, said: Doc = {}): string | undefined => {
      const text = JSON.stringify({ ...plan, ...said });
      const card = { _id: 'programme:2026:2', kind: 'programme', year: 2026, version: 2, hash: HEX, text };
      const doc = { ...card, by: 'admin', device: DEVICE, org: 'hscg', ...changes };
      return refusalOf(doc, at(role), null, { admins: { roles: ['_admin', 'hscg/admin'] } });
    };
    expect([by('hscg/admin'), by('hsg/admin')]).toEqual([undefined, 'admins_only']);
    for (const changes of [{ _id: 'programme:2026:02' }, { year: '2026' }, { version: 3 }])
      expect(by('hscg/admin', changes)).toBe('id');
    for (const said of [{ year: 2025 }, { version: 1 }, { rows: [] }]) expect(by('hscg/admin', {}, said)).toBe('field');
  });
});
