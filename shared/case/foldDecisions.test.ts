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
import { folded, issuedCase, verdictOn } from '../testing/cases.ts';

import { foldCase } from './fold.ts';

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
    ['an unknown type', (event: EventEnvelope) => ({ ...event, type: 'case.inventedLater' })],
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
