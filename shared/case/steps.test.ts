import { describe, expect, it } from 'vitest';

import type { EventEnvelope } from '../events/envelope.ts';
import {
  aCaseFound,
  anIssued,
  anOfficer,
  aNumber,
  aRecheck,
  asBrigade,
  aSecond,
  aServed,
  BRIGADE,
  EventLog,
  ORG,
} from '../testing/builders.ts';

import { foldCase } from './fold.ts';
import { STEPS } from './procedures/names.ts';
import { guardStep, isRecheckDue, openSteps, type StepContext } from './steps.ts';

const OFFICER: StepContext = {
  role: 'officer',
  org: ORG,
  todayOn: '2024-03-07',
  officerCertificateExpiresOn: '2025-12-31',
};
const SUPERVISOR: StepContext = { role: `${BRIGADE}/supervisor`, org: BRIGADE, todayOn: '2024-03-07' };

const log = new EventLog();
const found = log.next('case.found', aCaseFound());
const granted = log.next('number.granted', aNumber());
const issued = log.next('document.issued', anIssued(), { follows: found._id });
const served = log.next('document.served', aServed());
const fixed = log.next('case.rechecked', aRecheck());
const HISTORY: readonly EventEnvelope[] = [found, granted, issued, served, fixed];

function after(count: number): ReturnType<typeof foldCase> {
  return foldCase(HISTORY.slice(0, count));
}

function openNames(count: number, context = OFFICER): string[] {
  return openSteps(after(count), context)
    .filter(({ open }) => open)
    .map(({ step }) => step);
}

describe('open steps follow the case', () => {
  it.each([
    [0, ['openCase']],
    [1, ['addPhoto', 'fixOnSite', 'issueNotice', 'voidNumber']],
    [3, ['addPhoto', 'serveNotice', 'voidNumber']],
    [4, ['addPhoto', 'recheck', 'voidNumber']],
    [5, ['addPhoto', 'voidNumber']],
  ])('after %i events of the flow', (count, steps) => {
    expect(openNames(count)).toEqual(steps);
  });

  it('the brigade only supervises, an assistant only adds photos', () => {
    expect(openNames(4, SUPERVISOR)).toEqual(['supervise']);
    expect(openNames(1, { ...OFFICER, role: 'assistant' })).toEqual(['addPhoto']);
  });

  it('an officer of another organisation does nothing', () => {
    expect(openNames(1, { ...OFFICER, org: 'other' })).toEqual([]);
    expect(openNames(1, { ...OFFICER, role: 'other/officer', org: undefined })).toEqual([]);
  });

  it('says why a step is closed, with the article', () => {
    expect(guardStep(after(1), 'serveNotice', OFFICER)).toEqual({
      ok: false,
      error: { code: 'notice_not_issued', article: '民事诉讼法 §87' },
    });
    expect(guardStep(after(1), 'recheck', OFFICER)).toMatchObject({ error: { code: 'recheck_before_service' } });
    expect(guardStep(after(3), 'issueNotice', OFFICER)).toEqual({
      ok: false,
      error: { code: 'wrong_stage', article: '行政处罚法 §28' },
    });
    expect(guardStep(after(1), 'openCase', OFFICER)).toMatchObject({ error: { code: 'already_open' } });
    expect(guardStep(undefined, 'recheck', OFFICER)).toMatchObject({ error: { code: 'not_open' } });
    expect(guardStep(after(1), 'supervise', OFFICER)).toEqual({
      ok: false,
      error: { code: 'wrong_role', article: '行政处罚法 §75' },
    });
  });
});

describe('requirements', () => {
  it.each([
    ['an expired certificate', { officerCertificateExpiresOn: '2024-03-06' }, 'certificate_expired'],
    [
      'an expired certificate of the second officer',
      { secondCertificateExpiresOn: '2024-03-06' },
      'certificate_expired',
    ],
    ['one person twice', { officer: anOfficer(), second: anOfficer() }, 'same_officer_twice'],
    ['an unverified matter', { hasVerifiedCitation: false }, 'no_verified_citation'],
    ['no number left', { hasNumber: false }, 'no_number'],
    ['a deadline in the past', { notice: { noticeOn: '2024-03-07', dueOn: '2024-03-06' } }, 'deadline_before_notice'],
  ])('%s closes the notice', (_name, known, code) => {
    expect(guardStep(after(1), 'issueNotice', { ...OFFICER, ...known })).toMatchObject({ ok: false, error: { code } });
  });

  it('a certificate is good on its last day', () => {
    expect(guardStep(after(1), 'issueNotice', { ...OFFICER, officerCertificateExpiresOn: '2024-03-07' }).ok).toBe(true);
  });

  it('everything known and right opens the notice', () => {
    const known = { officer: anOfficer(), second: aSecond(), hasVerifiedCitation: true, hasNumber: true };
    expect(guardStep(after(1), 'issueNotice', { ...OFFICER, ...known })).toEqual({ ok: true, value: undefined });
  });

  it('留置送达 needs a reason and proof', () => {
    const left = { mode: 'left', hasReason: true, hasProof: false } as const;
    expect(guardStep(after(3), 'serveNotice', { ...OFFICER, service: left })).toMatchObject({
      error: { code: 'witness_or_media_missing' },
    });
    expect(guardStep(after(3), 'serveNotice', { ...OFFICER, service: { ...left, hasProof: true } }).ok).toBe(true);
  });

  it('未改正 waits for the last day, 已改正 does not', () => {
    const early = { ...OFFICER, todayOn: '2024-03-06' };
    expect(guardStep(after(4), 'recheck', { ...early, result: 'not_fixed' })).toMatchObject({
      error: { code: 'recheck_before_due' },
    });
    expect(guardStep(after(4), 'recheck', { ...early, result: 'fixed' }).ok).toBe(true);
    expect(guardStep(after(4), 'recheck', { ...OFFICER, result: 'not_fixed' }).ok).toBe(true);
  });
});

it('a read-only case closes every step', () => {
  const newer = { ...log.next('supervision.accepted', {}, asBrigade()), v: 2 };
  const state = foldCase([found, newer]);
  expect(openSteps(state, OFFICER).every(({ open }) => !open)).toBe(true);
  expect(guardStep(state, 'fixOnSite', OFFICER)).toMatchObject({ error: { code: 'read_only' } });
});

it('guard and list give the same answer for every step and stage', () => {
  for (const count of [0, 1, 3, 4, 5]) {
    const listed = openSteps(after(count), OFFICER);
    expect(listed.map(({ step }) => step)).toEqual([...STEPS]);
    for (const { step, open } of listed) expect(guardStep(after(count), step, OFFICER).ok).toBe(open);
  }
});

it('a re-check is due from the last day on, only while the notice waits', () => {
  const state = after(4);
  if (state === undefined) throw new Error('no case');
  expect(isRecheckDue(state, '2024-03-06')).toBe(false);
  expect(isRecheckDue(state, '2024-03-07')).toBe(true);
  expect(isRecheckDue({ ...state, stage: 'fixed' }, '2024-03-08')).toBe(false);
});
