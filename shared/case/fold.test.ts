import { describe, expect, it } from 'vitest';

import type { EventEnvelope } from '../events/envelope.ts';
import type { AnyEvent } from '../events/order.ts';
import {
  aCaseFound,
  anIssued,
  anOfficer,
  aNumber,
  aRecheck,
  asBrigade,
  aSecond,
  aServed,
  aSha,
  aUuid,
  BRIGADE,
  DOCUMENT,
  EventLog,
  isoAt,
  ORG,
} from '../testing/builders.ts';

import { foldCase } from './fold.ts';
import type { CaseState, Verdict } from './state.ts';

function folded(events: readonly AnyEvent[]): CaseState {
  const state = foldCase(events);
  if (state === undefined) throw new Error('the case did not open');
  return state;
}

function verdictOn(state: CaseState, event: { readonly _id: string }): Verdict | undefined {
  return state.timeline.find((line) => line.event === event._id)?.verdict;
}

/** A case whose notice was issued, and the log it goes on with. */
function issuedCase(): { log: EventLog; events: EventEnvelope[]; found: EventEnvelope; issued: EventEnvelope } {
  const log = new EventLog();
  const found = log.next('case.found', aCaseFound());
  const granted = log.next('number.granted', aNumber());
  const issued = log.next('document.issued', anIssued(), { follows: found._id });
  return { log, events: [found, granted, issued], found, issued };
}

describe('the correction flow', () => {
  it('opens with what was found', () => {
    const event = new EventLog().next('case.found', aCaseFound());
    const state = folded([event]);
    expect(state).toMatchObject({
      id: aUuid(3),
      org: ORG,
      stage: 'found',
      photos: [aSha(1)],
      head: event._id,
      readOnly: false,
    });
    expect(state.timeline).toHaveLength(1);
    expect(verdictOn(state, event)).toEqual({ is: 'applied' });
  });

  it('is unknown without its opening', () => {
    expect(foldCase([])).toBeUndefined();
    expect(foldCase([new EventLog().next('case.rechecked', aRecheck())])).toBeUndefined();
  });

  it('ends with a fix on site, with photos before and after', () => {
    const log = new EventLog();
    const found = log.next('case.found', aCaseFound());
    const fix = { fixedAt: isoAt(60), before: [aSha(1)], after: [aSha(2)], officer: anOfficer(), second: aSecond() };
    const state = folded([found, log.next('case.fixedOnSite', fix)]);
    expect(state.stage).toBe('fixed_on_site');
    expect(state.onSiteFix).toMatchObject({ before: [aSha(1)], after: [aSha(2)] });
    expect(state.photos).toEqual([aSha(1), aSha(2)]);
  });

  it('goes through notice, service and re-check', () => {
    const { log, events, issued } = issuedCase();
    expect(folded(events)).toMatchObject({ stage: 'notice_issued', dueOn: '2024-03-07', head: issued._id });
    const served = [...events, log.next('document.served', aServed({ photos: [aSha(5)] }))];
    expect(folded(served)).toMatchObject({
      stage: 'notice_served',
      documents: [{ served: { receiver: '王芳', mode: 'direct' } }],
    });
    const done = folded([...served, log.next('case.rechecked', aRecheck())]);
    expect(done).toMatchObject({ stage: 'fixed', recheck: { result: 'fixed' }, photos: [aSha(1), aSha(5), aSha(9)] });
    expect(done.timeline.every(({ verdict }) => verdict.is === 'applied')).toBe(true);
    expect(done.timeline.map(({ detail }) => detail)).toContain('黄港城管改字〔2024〕1号');
  });

  it('may be re-checked again after 未改正', () => {
    const { log, events } = issuedCase();
    const served = log.next('document.served', aServed());
    const first = log.next('case.rechecked', aRecheck({ result: 'not_fixed' }));
    const second = log.next('case.rechecked', aRecheck());
    expect(folded([...events, served, first]).stage).toBe('not_fixed');
    expect(folded([...events, served, first, second]).stage).toBe('fixed');
  });
});

describe('facts against the rules are kept and flagged', () => {
  it('a relapse after 已改正 moves the case, flagged', () => {
    const { log, events } = issuedCase();
    const served = log.next('document.served', aServed());
    const fixed = log.next('case.rechecked', aRecheck());
    const relapse = log.next('case.rechecked', aRecheck({ result: 'not_fixed' }));
    const state = folded([...events, served, fixed, relapse]);
    expect(state.stage).toBe('not_fixed');
    expect(verdictOn(state, relapse)).toMatchObject({ is: 'flagged', reason: 'wrong_stage' });
  });

  it('what stands before the opening by its clock: a fact counts, a decision does not', () => {
    const log = new EventLog();
    const early = { at: '17095000000000000' };
    const found = log.next('case.found', aCaseFound());
    const recheck = log.next('case.rechecked', aRecheck(), early);
    const returned = log.next('supervision.returned', { reason: '早' }, asBrigade(early));
    const state = folded([found, recheck, returned]);
    expect(state).toMatchObject({ stage: 'fixed', supervision: { is: 'none' } });
    expect(verdictOn(state, recheck)).toMatchObject({ is: 'flagged', reason: 'not_open' });
    expect(verdictOn(state, returned)).toMatchObject({ is: 'void', reason: 'not_open' });
  });

  it.each([
    ['the same person twice', aCaseFound({ second: aSecond({ user: 'chen', certificate: '鄂B1001' }) })],
    ['one certificate for two', aCaseFound({ second: aSecond({ certificate: '鄂B1001' }) })],
    [
      'an officer who is not the account',
      aCaseFound({ officer: anOfficer({ user: 'zhang', certificate: '鄂B1003' }) }),
    ],
  ])('%s opens the case all the same', (_name, data) => {
    const found = new EventLog().next('case.found', data);
    expect(verdictOn(folded([found]), found)).toEqual({
      is: 'flagged',
      reason: 'same_officer_twice',
      article: '行政处罚法 §42',
    });
  });

  it('a re-check without a notice moves the case and says so', () => {
    const log = new EventLog();
    const found = log.next('case.found', aCaseFound());
    const recheck = log.next('case.rechecked', aRecheck());
    const state = folded([found, recheck]);
    expect(state.stage).toBe('fixed');
    expect(verdictOn(state, recheck)).toMatchObject({ is: 'flagged', reason: 'recheck_before_service' });
  });

  it('未改正 before the period is over', () => {
    const { log, events } = issuedCase();
    const served = log.next('document.served', aServed());
    const early = log.next('case.rechecked', aRecheck({ result: 'not_fixed', recheckedAt: isoAt(2000) }));
    expect(verdictOn(folded([...events, served, early]), early)).toMatchObject({
      is: 'flagged',
      reason: 'recheck_before_due',
    });
  });

  it('service of an unknown document stays a fact but moves nothing', () => {
    const log = new EventLog();
    const found = log.next('case.found', aCaseFound());
    const served = log.next('document.served', aServed({ photos: [aSha(5)] }));
    const state = folded([found, served]);
    expect(state).toMatchObject({ stage: 'found', photos: [aSha(1), aSha(5)], head: found._id });
    expect(verdictOn(state, served)).toMatchObject({ is: 'flagged', reason: 'notice_not_issued' });
  });

  it.each([
    ['nothing', {}, 'flagged'],
    ['no reason', { witness: '社区主任赵某' }, 'flagged'],
    ['a witness', { refusalReason: '拒收', witness: '社区主任赵某' }, 'applied'],
    ['photos', { refusalReason: '拒收', photos: [aSha(7)] }, 'applied'],
  ] as const)('留置送达 with %s', (_name, proof, is) => {
    const { log, events } = issuedCase();
    const served = log.next(
      'document.served',
      aServed({ mode: 'left', ...proof, photos: 'photos' in proof ? [...proof.photos] : [] }),
    );
    const verdict = verdictOn(folded([...events, served]), served);
    expect(verdict?.is).toBe(is);
    expect(verdict?.is === 'flagged' ? verdict.reason : 'witness_or_media_missing').toBe('witness_or_media_missing');
  });

  it('a late record of the service does not undo the re-check', () => {
    const { log, events } = issuedCase();
    const recheck = log.next('case.rechecked', aRecheck());
    const late = log.next('document.served', aServed());
    const state = folded([...events, recheck, late]);
    expect(state.stage).toBe('fixed');
    expect(state.documents[0]?.served?.receiver).toBe('王芳');
    expect(verdictOn(state, late)).toMatchObject({ is: 'flagged', reason: 'wrong_stage' });
  });

  it('a second opening changes no facts', () => {
    const log = new EventLog();
    const first = log.next('case.found', aCaseFound());
    const again = log.next('case.found', aCaseFound({ facts: '另一份事实' }));
    const state = folded([first, again]);
    expect(state.facts).toBe(aCaseFound().facts);
    expect(verdictOn(state, again)).toMatchObject({ is: 'flagged', reason: 'already_open' });
  });
});

describe('decisions against the rules are void', () => {
  it('without a number granted before', () => {
    const log = new EventLog();
    const found = log.next('case.found', aCaseFound());
    const issued = log.next('document.issued', anIssued(), { follows: found._id });
    const late = log.next('number.granted', aNumber());
    const state = folded([found, issued, late]);
    expect(state).toMatchObject({ stage: 'found', documents: [], head: found._id });
    expect(verdictOn(state, issued)).toMatchObject({ is: 'void', reason: 'no_number' });
  });

  it.each([
    ['another number', aNumber(2)],
    ['another document', { ...aNumber(), document: aUuid(77) }],
    ['another organisation', { ...aNumber(), series: { ...aNumber().series, org: 'other' } }],
    ['another kind', { ...aNumber(), series: { ...aNumber().series, kind: 'D22' } }],
  ])('with the grant of %s', (_name, grant) => {
    const log = new EventLog();
    const found = log.next('case.found', aCaseFound());
    const granted = log.next('number.granted', grant);
    const issued = log.next('document.issued', anIssued(), { follows: found._id });
    expect(verdictOn(folded([found, granted, issued]), issued)).toMatchObject({ is: 'void', reason: 'no_number' });
  });

  it('with a number granted by someone who may not', () => {
    const log = new EventLog();
    const found = log.next('case.found', aCaseFound());
    const granted = log.next('number.granted', aNumber(), { role: `${ORG}/assistant` });
    const issued = log.next('document.issued', anIssued(), { follows: found._id });
    expect(verdictOn(folded([found, granted, issued]), issued)).toMatchObject({ is: 'void', reason: 'no_number' });
  });

  it('with a deadline before the notice', () => {
    const log = new EventLog();
    const found = log.next('case.found', aCaseFound());
    const granted = log.next('number.granted', aNumber());
    const issued = log.next('document.issued', anIssued({ deadline: { by: 'date', dueOn: '2024-03-03' } }), {
      follows: found._id,
    });
    expect(verdictOn(folded([found, granted, issued]), issued)).toMatchObject({
      is: 'void',
      reason: 'deadline_before_notice',
    });
  });

  it('after the case was settled on site', () => {
    const log = new EventLog();
    const found = log.next('case.found', aCaseFound());
    const fix = { fixedAt: isoAt(60), before: [aSha(1)], after: [aSha(2)], officer: anOfficer(), second: aSecond() };
    const fixed = log.next('case.fixedOnSite', fix);
    const granted = log.next('number.granted', aNumber());
    const issued = log.next('document.issued', anIssued(), { follows: fixed._id });
    const state = folded([found, fixed, granted, issued]);
    expect(state.stage).toBe('fixed_on_site');
    expect(verdictOn(state, issued)).toEqual({ is: 'void', reason: 'wrong_stage', article: '行政处罚法 §28' });
  });

  it('a voided number frees the case for another notice', () => {
    const { log, events, issued } = issuedCase();
    const voided = log.next('number.voided', { ...aNumber(), reason: '打印损坏' });
    const state = folded([...events, voided]);
    expect(state).toMatchObject({
      stage: 'found',
      dueOn: undefined,
      documents: [{ voided: '打印损坏' }],
      head: voided._id,
    });
    const granted = log.next('number.granted', { ...aNumber(2), document: aUuid(40) });
    const again = log.next('document.issued', anIssued({ document: aUuid(40) }, 2), { follows: voided._id });
    expect(folded([...events, voided, granted, again])).toMatchObject({ stage: 'notice_issued', dueOn: '2024-03-07' });
    expect(verdictOn(folded([...events, voided, granted, again]), issued)).toEqual({ is: 'applied' });
  });

  it('two notices that follow the same event are a fork, and the served one moves nothing', () => {
    const { log, events, found, issued } = issuedCase();
    const granted = log.next('number.granted', { ...aNumber(2), document: aUuid(40) });
    const other = log.next('document.issued', anIssued({ document: aUuid(40) }, 2), { follows: found._id });
    const served = log.next('document.served', aServed());
    const state = folded([...events, granted, other, served]);
    for (const one of [issued, other]) expect(verdictOn(state, one)).toMatchObject({ is: 'void', reason: 'fork' });
    expect(state).toMatchObject({ stage: 'found', documents: [] });
    expect(verdictOn(state, served)).toMatchObject({ is: 'flagged', reason: 'notice_not_issued' });
  });

  it('a decision that is void anyway forks nothing', () => {
    const { log, events, found, issued } = issuedCase();
    const bogus = log.next('document.issued', anIssued({ document: aUuid(40) }, 2), { follows: found._id });
    const state = folded([...events, bogus]);
    expect(state.stage).toBe('notice_issued');
    expect(verdictOn(state, issued)).toEqual({ is: 'applied' });
    expect(verdictOn(state, bogus)).toMatchObject({ is: 'void', reason: 'wrong_stage' });
  });
});

describe('who wrote it', () => {
  it.each([
    ['an assistant', { role: `${ORG}/assistant` }],
    ['a carrier', { role: `${ORG}/carrier` }],
    ['no role at all', { role: `${ORG}/king` }],
    ['a role of another organisation than his own', { role: 'other/officer' }],
  ])('%s opens no case', (_name, header) => {
    expect(foldCase([new EventLog().next('case.found', aCaseFound(), header)])).toBeUndefined();
  });

  it('an officer of another organisation changes nothing', () => {
    const log = new EventLog();
    const found = log.next('case.found', aCaseFound());
    const foreign = log.next('case.rechecked', aRecheck(), { org: 'other', role: 'other/officer' });
    const state = folded([found, foreign]);
    expect(state).toMatchObject({ stage: 'found', photos: [aSha(1)] });
    expect(verdictOn(state, foreign)).toEqual({ is: 'void', reason: 'wrong_role', article: '行政处罚法 §42' });
  });

  it('an assistant may add a photo', () => {
    const log = new EventLog();
    const found = log.next('case.found', aCaseFound());
    const data = {
      sha256: aSha(3),
      name: 'a.jpg',
      bytes: 1,
      mime: 'image/jpeg',
      condition: 'ok',
      importedAt: isoAt(1),
      purpose: 'scene',
    } as const;
    const photo = log.next('photo.added', data, { role: `${ORG}/assistant` });
    const state = folded([found, photo]);
    expect(state.photos).toEqual([aSha(1), aSha(3)]);
    expect(state.head).toBe(found._id);
  });
});

describe('supervision stands beside', () => {
  it('returns and accepts without moving the stage', () => {
    const { log, events, issued } = issuedCase();
    const returned = log.next('supervision.returned', { reason: '照片不清' }, asBrigade({ follows: issued._id }));
    const first = folded([...events, returned]);
    expect(first).toMatchObject({
      stage: 'notice_issued',
      supervision: { is: 'returned', by: 'duzhang', text: '照片不清' },
      head: returned._id,
    });
    const accepted = log.next('supervision.accepted', {}, asBrigade({ follows: returned._id }));
    expect(folded([...events, returned, accepted])).toMatchObject({
      stage: 'notice_issued',
      supervision: { is: 'accepted' },
    });
  });

  it('forks like any decision, and not with the procedure', () => {
    const { log, events, found, issued } = issuedCase();
    const one = log.next('supervision.returned', { reason: '甲' }, asBrigade({ follows: found._id }));
    const state = folded([...events, one]);
    expect(verdictOn(state, one)).toEqual({ is: 'applied' });
    expect(verdictOn(state, issued)).toEqual({ is: 'applied' });
    const two = log.next('supervision.accepted', {}, asBrigade({ follows: found._id }));
    const forked = folded([...events, one, two]);
    expect(forked.supervision).toEqual({ is: 'none' });
    expect(verdictOn(forked, two)).toMatchObject({ is: 'void', reason: 'fork' });
    expect(forked.stage).toBe('notice_issued');
  });

  it('is not for officers, nor the procedure for the brigade', () => {
    const { log, events } = issuedCase();
    const own = log.next('supervision.accepted', {});
    const meddling = log.next('document.served', aServed({ document: DOCUMENT }), asBrigade());
    const state = folded([...events, own, meddling]);
    expect(verdictOn(state, own)).toEqual({ is: 'void', reason: 'wrong_role', article: '行政处罚法 §75' });
    expect(verdictOn(state, meddling)).toMatchObject({ is: 'void', reason: 'wrong_role' });
    expect(state).toMatchObject({ stage: 'notice_issued', supervision: { is: 'none' } });
    expect(BRIGADE).not.toBe(ORG);
  });
});

describe('what is newer than this app', () => {
  it.each([
    ['an unknown type', (event: EventEnvelope) => ({ ...event, type: 'case.closed' })],
    ['a newer envelope', (event: EventEnvelope) => ({ ...event, v: 2 })],
    ['newer rules', (event: EventEnvelope) => ({ ...event, rules: 99 })],
  ])('%s makes the case read-only', (_name, change) => {
    const { log, events } = issuedCase();
    const newer = change(log.next('document.served', aServed())) as AnyEvent;
    const state = folded([...events, newer]);
    expect(state.readOnly).toBe(true);
    expect(state.timeline).toHaveLength(4);
    expect(folded(events).readOnly).toBe(false);
  });
});
