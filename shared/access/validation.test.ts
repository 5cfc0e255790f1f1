import { describe, expect, it } from 'vitest';

import { EVENT_TYPES, type EventType } from '../events/registry.ts';

import { CROSS_ORG_TYPES, mayWrite } from './permissions.ts';
import { ROLES } from './roles.ts';
import { validationSource } from './validation.ts';

type Doc = Record<string, unknown>;
type Context = { readonly db: string; readonly name: string | null; readonly roles: readonly string[] };
type Validate = (newDoc: Doc, oldDoc: Doc | null, userCtx: Context, secObj: unknown) => void;

const source = validationSource();
// The generated text is what the server will run, so the test runs exactly that.
// eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- see above
const validate = new Function(`return (${source});`)() as Validate;

const DEVICE = '01890a5d-ac96-774b-bcce-b302099a8057';
const UUID = '01890a5d-ac96-774b-bcce-b302099a8001';
const HEX = '0123456789abcdef'.repeat(4);
const AT = '17000000000000000';

function aContext(changes: Partial<Context> = {}): Context {
  return { db: 'case-hsg-2026', name: 'chen.wei', roles: ['hsg/officer'], ...changes };
}

function anEvent(changes: Doc = {}): Doc {
  const stream = (changes['stream'] as string | undefined) ?? `case:${UUID}`;
  return {
    _id: `${stream}:${AT}:${HEX.slice(0, 32)}`,
    kind: 'event',
    type: 'case.found',
    stream,
    at: AT,
    by: 'chen.wei',
    role: 'hsg/officer',
    org: 'hsg',
    device: DEVICE,
    hash: HEX,
    dataHash: HEX,
    data: {},
    ...changes,
  };
}

function refusalOf(
  newDoc: Doc,
  context: Context = aContext(),
  oldDoc: Doc | null = null,
  secObj: unknown = {},
): string | undefined {
  try {
    validate(newDoc, oldDoc, context, secObj);
    return undefined;
  } catch (thrown) {
    const { forbidden } = thrown as { forbidden?: string };
    if (forbidden === undefined) throw thrown;
    return forbidden.split(':')[0];
  }
}

const carrier = aContext({ name: 'carrier', roles: ['hscg/carrier'] });
const serverAdmin = aContext({ name: 'root', roles: ['_admin'] });

describe('text of the validation', () => {
  it('is ES5 for the oldest engine', () => {
    expect(source.startsWith('function (newDoc, oldDoc, userCtx, secObj) {')).toBe(true);
    expect(source).not.toMatch(/=>|\bconst\b|\blet\b|`|\bclass\b|\.\.\.|\bincludes\(/);
  });

  it('stays small: it is parsed in every database and read by people', () => {
    expect(source.length).toBeLessThan(18_500);
    expect(source.split('\n').length).toBeLessThan(230);
  });

  it('agrees with the table for every role and type', () => {
    for (const role of ROLES) {
      for (const type of Object.keys(EVENT_TYPES) as EventType[]) {
        const kind = ['site', 'report', 'reporter'].find((one) => type.startsWith(`${one}.`)) ?? 'case';
        const event = anEvent({ type, role: `hsg/${role}`, stream: `${kind}:${UUID}` });
        const db = kind === 'reporter' ? 'sealed-hsg' : kind === 'case' ? 'case-hsg-2026' : 'work-hsg';
        const context = aContext({ db, roles: [`hsg/${role}`] });
        expect([role, type, refusalOf(event, context)]).toEqual([
          role,
          type,
          mayWrite(role, type) ? undefined : 'type',
        ]);
      }
    }
  });
});

describe('who reported', () => {
  const named = (db: string, stream: string, role = 'clerk'): string | undefined =>
    refusalOf(
      anEvent({ type: 'reporter.named', role: `hsg/${role}`, stream: `${stream}:${UUID}` }),
      aContext({ db, roles: [`hsg/${role}`] }),
    );

  it('is written into the sealed database and nowhere else, by few', () => {
    expect(named('sealed-hsg', 'reporter')).toBeUndefined();
    expect(named('sealed-hsg', 'reporter', 'officer')).toBe('type');
    expect(named('sealed-xss', 'reporter')).toBe('org');
    for (const db of ['work-hsg', 'case-hsg-2026', 'brigade'])
      expect([db, named(db, 'reporter')]).toEqual([db, 'database']);
    for (const stream of ['report', 'case', 'site'])
      for (const db of ['work-hsg', 'case-hsg-2026', 'sealed-hsg', 'brigade'])
        expect([stream, db, named(db, stream)]).toEqual([stream, db, 'database']);
  });

  it('stands beside nothing else', () => {
    const context = aContext({ db: 'sealed-hsg', roles: ['hsg/clerk'] });
    const report = anEvent({ type: 'report.received', role: 'hsg/clerk', stream: `report:${UUID}` });
    expect(refusalOf(report, context)).toBe('database');
    expect(refusalOf(report, aContext({ db: 'work-hsg', roles: ['hsg/clerk'] }))).toBeUndefined();
  });
});

describe('what outside systems hand in', () => {
  const doc = { _id: 'intake:hotline:A1', kind: 'intake', source: 'hotline' };
  const system = aContext({ db: 'intake-hsg', name: 'hotline', roles: ['hsg/intake'] });

  it('is written once, by them, into one database', () => {
    expect(refusalOf(doc, system)).toBeUndefined();
    expect(refusalOf(doc, system, doc)).toBe('exists');
    expect(refusalOf({ ...doc, _id: 'x' }, system)).toBe('id');
    expect(refusalOf(doc, { ...system, db: 'intake-xss' })).toBe('org');
    expect(refusalOf(doc, aContext({ db: 'intake-hsg', roles: ['hsg/clerk'] }))).toBe('org');
    for (const db of ['work-hsg', 'sealed-hsg', 'bureau'])
      expect([db, refusalOf(doc, { ...system, db })]).toEqual([db, 'database']);
  });

  it('is all that they may write', () => {
    const event = anEvent({ type: 'report.received', role: 'hsg/intake', by: 'hotline', stream: `report:${UUID}` });
    expect(refusalOf(event, { ...system, db: 'work-hsg' })).toBe('type');
    expect(refusalOf(event, system)).toBe('database');
  });
});

describe('events', () => {
  it('are written once, whoever asks', () => {
    for (const context of [aContext(), carrier, serverAdmin]) {
      expect(refusalOf(anEvent(), context)).toBeUndefined();
      expect(refusalOf(anEvent(), context, anEvent())).toBe('exists');
      expect(refusalOf({ _id: anEvent()['_id'], _deleted: true }, context, anEvent())).toBe('deletion');
    }
  });

  it('come with no history or one revision', () => {
    expect(refusalOf(anEvent({ _revisions: { start: 1, ids: ['a'] } }))).toBeUndefined();
    expect(refusalOf(anEvent({ _revisions: { start: 2, ids: ['b', 'a'] } }))).toBe('revision');
    expect(refusalOf(anEvent({ _revisions: { start: 2, ids: ['b', 'a'] } }), carrier)).toBeUndefined();
  });

  it('carry an id that says what they say', () => {
    const good = anEvent();
    for (const _id of [
      'x',
      `case:${UUID}:${AT}:${HEX}`,
      `case:${UUID}:${AT}:${'f'.repeat(32)}`,
      `case:${UUID}:17000000000000001:${HEX.slice(0, 32)}`,
      `case:${DEVICE}:${AT}:${HEX.slice(0, 32)}`,
    ]) {
      expect([_id, refusalOf({ ...good, _id })]).toEqual([_id, 'id']);
    }
    expect(refusalOf(anEvent({ dataHash: 1 }))).toBe('field');
    expect(refusalOf(anEvent({ device: 'mine' }))).toBe('field');
  });

  it('of a kind that the procedures leave to fewer people than its type are theirs', () => {
    const by = (role: string, type: string, data: Doc): string | undefined =>
      refusalOf(anEvent({ role: `hsg/${role}`, type, data }), aContext({ roles: [`hsg/${role}`] }));
    expect(by('brigade_leader', 'case.approved', { what: 'notice' })).toBeUndefined();
    expect(by('brigade_leader', 'case.approved', { what: 'urge' })).toBe('type');
    expect(by('agency_head', 'case.approved', { what: 'urge' })).toBeUndefined();
    expect(by('assistant', 'case.opened', { procedure: 'ordinary' })).toBeUndefined();
    expect(by('assistant', 'case.opened', { procedure: 'spot' })).toBe('type');
    expect(by('officer', 'case.opened', { procedure: 'spot' })).toBeUndefined();
  });

  it('are written by their author or a carrier', () => {
    expect(refusalOf(anEvent({ by: 'lin.fang' }))).toBe('author');
    expect(refusalOf(anEvent({ by: 'lin.fang' }), carrier)).toBeUndefined();
    expect(refusalOf(anEvent({ by: undefined }), carrier)).toBe('field');
    expect(refusalOf(anEvent({ role: 'hsg/squad_leader' }))).toBe('role');
    expect(refusalOf(anEvent({ role: 'hsg/assistant' }), carrier)).toBe('type');
    expect(refusalOf(anEvent({ role: 'xss/officer' }), aContext({ roles: ['xss/officer'] }))).toBe('org');
  });

  it('do not come from a revoked device, except through a carrier that restores older ones', () => {
    const secObj = { revoked_devices: [DEVICE] };
    expect(refusalOf(anEvent(), aContext(), null, secObj)).toBe('device_revoked');
    expect(refusalOf(anEvent(), carrier, null, secObj)).toBeUndefined();
  });

  it('stay in the databases of their organisation, besides supervision', () => {
    const foreign = aContext({ roles: ['xss/officer'] });
    expect(refusalOf(anEvent({ role: 'xss/officer', org: 'xss' }), foreign)).toBe('org');
    const brigade = aContext({ name: 'du.cha', roles: ['hscg/supervisor'] });
    for (const type of CROSS_ORG_TYPES) {
      expect(refusalOf(anEvent({ type, by: 'du.cha', role: 'hscg/supervisor', org: 'hscg' }), brigade)).toBeUndefined();
    }
    expect(refusalOf(anEvent(), aContext({ db: 'work-hsg' }))).toBe('database');
    expect(refusalOf(anEvent(), aContext({ db: 'evidence-hsg-2026' }))).toBe('database');
    expect(refusalOf(anEvent(), aContext({ db: 'shards/00000000-7fffffff/case-hsg-2026.1700000000' }))).toBeUndefined();
  });
});

describe('other kinds', () => {
  it('a lease is taken once, for the own organisation, by who may grant numbers', () => {
    const lease = { _id: 'lease:hsg:D07:2026:3', kind: 'lease', by: 'chen.wei', device: DEVICE, nonce: 'n' };
    const at = (changes: Partial<Context> = {}) => aContext({ db: 'numbers', ...changes });
    const approving = { automatic_orgs: ['hsg'] };
    expect(refusalOf(lease, at(), null, approving)).toBeUndefined();
    expect(refusalOf(lease, at(), null, { approved_devices: [DEVICE] })).toBeUndefined();
    for (const secObj of [null, {}, { approved_devices: [UUID] }, { automatic_orgs: ['xss'] }])
      expect(refusalOf(lease, at(), null, secObj)).toBe('device_not_approved');
    expect(refusalOf(lease, at(), null, { ...approving, revoked_devices: [DEVICE] })).toBe('device_revoked');
    expect(refusalOf(lease, { ...carrier, db: 'numbers' })).toBeUndefined();
    expect(refusalOf(lease, at(), lease)).toBe('exists');
    expect(refusalOf({ ...lease, nonce: undefined }, at())).toBe('field');
    expect(refusalOf({ ...lease, _id: 'lease:xss:D07:2026:3' }, at())).toBe('org');
    expect(refusalOf(lease, at({ roles: ['hsg/assistant'] }))).toBe('org');
    expect(refusalOf(lease, at({ db: 'bureau' }))).toBe('database');
  });

  it('a device says of a block of its organisation, once, that it will never use it', () => {
    const lease = 'lease:hsg:D07:2026:3';
    const burned = { _id: `burned:hsg:D07:2026:3:${DEVICE}`, kind: 'burned', by: 'chen.wei', device: DEVICE, lease };
    const at = (changes: Partial<Context> = {}) => aContext({ db: 'numbers', ...changes });
    expect(refusalOf(burned, at())).toBeUndefined();
    expect(refusalOf(burned, { ...carrier, db: 'numbers' })).toBeUndefined();
    expect(refusalOf(burned, at(), burned)).toBe('exists');
    expect(refusalOf({ ...burned, device: UUID }, at())).toBe('id');
    expect(refusalOf({ ...burned, lease: 'lease:hsg:D07:2026:4' }, at())).toBe('id');
    expect(refusalOf({ ...burned, by: 'zhou.min' }, at())).toBe('author');
    expect(refusalOf(burned, at({ roles: ['xss/officer'] }))).toBe('org');
    expect(refusalOf(burned, at(), null, { revoked_devices: [DEVICE] })).toBe('device_revoked');
    expect(refusalOf(burned, at({ db: 'bureau' }))).toBe('database');
  });

  it('a blob has one attachment and the id of its hash', () => {
    const at = aContext({ db: 'evidence-hsg-2026' });
    const photo = {
      _id: `photo:${HEX}`,
      kind: 'photo',
      by: 'chen.wei',
      device: DEVICE,
      _attachments: { file: { stub: true } },
    };
    expect(refusalOf(photo, at)).toBeUndefined();
    expect(refusalOf(photo, at, photo)).toBe('exists');
    expect(refusalOf({ ...photo, _attachments: {} }, at)).toBe('field');
    expect(refusalOf({ ...photo, _id: `thumb:${HEX}` }, at)).toBe('id');
    expect(refusalOf({ ...photo, kind: 'doc', _id: `doc:${HEX}` }, at)).toBeUndefined();
    expect(refusalOf({ ...photo, kind: 'doc', _id: `doc:${HEX}` }, { ...at, roles: ['hsg/assistant'] })).toBe('org');
    expect(refusalOf(photo, { ...at, db: 'case-hsg-2026' })).toBe('database');
  });

  it('a log head names its log and count', () => {
    const head = {
      _id: `head:${HEX.slice(0, 16)}:7:${HEX.slice(0, 16)}`,
      kind: 'head',
      by: 'chen.wei',
      device: DEVICE,
      log: HEX.slice(0, 16),
      n: 7,
    };
    expect(refusalOf(head)).toBeUndefined();
    expect(refusalOf({ ...head, n: 8 })).toBe('id');
    expect(refusalOf(head, aContext(), head)).toBe('exists');
    expect(refusalOf(head, aContext({ db: 'case-xss-2026' }))).toBe('org');
    expect(
      refusalOf(
        { ...head, by: 'du.cha' },
        aContext({ db: 'case-xss-2026', name: 'du.cha', roles: ['hscg/supervisor'] }),
      ),
    ).toBeUndefined();
  });

  it('cards of the bureau are written by administrators, and a device once by its user', () => {
    const at = (...roles: string[]) => aContext({ db: 'bureau', roles });
    const card = { _id: 'user:lin.fang', kind: 'user', user: 'lin.fang', org: 'hsg' };
    expect(refusalOf(card, at('hsg/officer'))).toBe('admins_only');
    expect(refusalOf(card, at('hsg/admin'))).toBeUndefined();
    expect(refusalOf(card, at('_admin'))).toBeUndefined();
    expect(refusalOf(card, at('hsg/admin'), { ...card, org: 'xss' })).toBe('admins_only');
    const device = { _id: `device:${DEVICE}`, kind: 'device', device: DEVICE, by: 'chen.wei', org: 'hsg' };
    expect(refusalOf(device, at('hsg/officer'))).toBeUndefined();
    expect(refusalOf(device, at('hsg/officer'), device)).toBe('exists');
    expect(refusalOf({ ...device, org: 'xss' }, at('hsg/officer'))).toBe('org');
    expect(refusalOf({ ...device, by: 'lin.fang' }, at('hsg/officer'))).toBe('author');
  });

  it('the recovery key is written once, by the administrator of the server only, and is a public one', () => {
    const at = (...roles: string[]) => aContext({ db: 'bureau', roles });
    const publicKey = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) };
    const card = { _id: 'recovery:0123456789abcdef', kind: 'recovery', keyId: '0123456789abcdef', publicKey };
    expect(refusalOf(card, at('_admin'))).toBeUndefined();
    // An organisation's administrator could otherwise read what the others export.
    expect(refusalOf(card, at('hsg/admin'))).toBe('admins_only');
    expect(refusalOf(card, at('hsg/officer'))).toBe('admins_only');
    expect(refusalOf(card, at('_admin'), card)).toBe('exists');
    expect(refusalOf({ ...card, keyId: 'f'.repeat(16) }, at('_admin'))).toBe('id');
    expect(refusalOf({ ...card, publicKey: { ...publicKey, d: 'secret' } }, at('_admin'))).toBe('field');
    expect(refusalOf(card, aContext({ roles: ['_admin'] }))).toBe('database');
    expect(refusalOf({ ...card, _deleted: true }, at('_admin'), card)).toBe('deletion');
  });

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

  it('a photo keeps its author and device: carriers bring it, and its author from another machine', () => {
    const [db, other] = ['evidence-hsg-2026', '01890a5d-ac96-774b-bcce-b302099a80ff'];
    const photo = { _id: `photo:${HEX}`, kind: 'photo', by: 'chen.wei', device: other, _attachments: { body: {} } };
    const revoked = { revoked_devices: [other] };
    expect(refusalOf(photo, aContext({ db }))).toBeUndefined();
    expect(refusalOf(photo, aContext({ db }), null, revoked)).toBe('device_revoked');
    expect(refusalOf(photo, aContext({ db, name: 'lin.fang' }))).toBe('author');
    const carrier = aContext({ db, name: 'lin.fang', roles: ['hsg/officer', 'hsg/carrier'] });
    expect(refusalOf(photo, carrier)).toBeUndefined();
    expect(refusalOf(photo, carrier, null, revoked)).toBeUndefined();
  });

  it('an approval is an administrator’s: of the organisation, or of the database', () => {
    const at = (...roles: string[]) => aContext({ db: 'bureau', roles });
    const device = { _id: `device:${DEVICE}`, kind: 'device', device: DEVICE, by: 'chen.wei', org: 'hsg' };
    const home = { admins: { roles: ['_admin', 'hscg/admin'] } };
    for (const change of [{ approvedAt: '2026-01-01T00:00:00.000Z' }, { revokedAt: '2026-01-01T00:00:00.000Z' }]) {
      const changed = { ...device, ...change };
      expect(refusalOf(changed, at('hsg/officer'))).toBe('admins_only');
      expect(refusalOf(changed, at('hsg/officer'), device, home)).toBe('exists');
      expect(refusalOf(changed, at('hsg/admin'), device)).toBeUndefined();
      expect(refusalOf(changed, at('xss/admin'), device, home)).not.toBeUndefined();
      expect(refusalOf(changed, at('hscg/admin'), device)).not.toBeUndefined();
      expect(refusalOf(changed, at('hscg/admin'), device, home)).toBeUndefined();
    }
  });

  it('closed blocks and floors are written by administrators; a floor only rises', () => {
    const at = (...roles: string[]) => aContext({ db: 'numbers', roles });
    const home = { admins: { roles: ['hscg/admin'] } };
    const closing = { _id: `closing:${DEVICE}:1700000000000`, kind: 'closing', org: 'hsg' };
    expect(refusalOf(closing, at('hsg/officer'))).toBe('admins_only');
    expect(refusalOf(closing, at('hsg/admin'))).toBeUndefined();
    expect(refusalOf(closing, at('hsg/admin'), closing)).toBe('exists');
    const floor = { _id: 'floor:hsg:D07:2026', kind: 'floor', n: 501 };
    expect(refusalOf(floor, at('hsg/admin'), null, home)).toBe('admins_only');
    expect(refusalOf(floor, at('hscg/admin'), null, home)).toBeUndefined();
    expect(refusalOf(floor, at('_admin'), { ...floor, n: 500 })).toBeUndefined();
    expect(refusalOf(floor, at('_admin'), { ...floor, n: 502 })).toBe('field');
    expect(refusalOf({ ...floor, n: 'x' }, at('_admin'))).toBe('field');
    expect(refusalOf({ ...floor, _id: 'floor:hsg' }, at('_admin'))).toBe('id');
  });

  it('refuses what it does not know', () => {
    for (const kind of [undefined, 'toString', 'ceiling', 7]) expect(refusalOf({ ...anEvent(), kind })).toBe('kind');
    expect(refusalOf({ _id: '_design/x' }, aContext())).toBe('admins_only');
    expect(refusalOf({ _id: '_design/x' }, serverAdmin)).toBeUndefined();
  });
});
