import { describe, expect, it } from 'vitest';

import {
  aCaseFound,
  anOfficer,
  aRecheck,
  asBrigade,
  aSecond,
  aServed,
  aSha,
  aUuid,
  EventLog,
  isoAt,
  ORG,
} from '../testing/builders.ts';
import { folded, issuedCase, verdictOn } from '../testing/cases.ts';

import { foldCase } from './fold.ts';

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
