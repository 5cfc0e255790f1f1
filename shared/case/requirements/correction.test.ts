import { describe, expect, it } from 'vitest';

import { aCaseFound, anOfficer, aSecond, aServed, EventLog, ORG } from '../../testing/builders.ts';
import { folded, issuedCase } from '../../testing/cases.ts';
import type { RequirementRow } from '../../testing/requirementRows.ts';

import { CORRECTION_REQUIREMENTS } from './correction.ts';
import { requirementOf } from './index.ts';

const { log, events } = issuedCase();
const FOUND = folded([new EventLog().next('case.found', aCaseFound())]);
const ISSUED = folded(events);
const SERVED = folded([...events, log.next('document.served', aServed())]);

const ROWS: readonly RequirementRow[] = [
  [
    'two_officers',
    'one certificate twice',
    { officer: anOfficer(), second: aSecond({ certificate: anOfficer().certificate }) },
    { officer: anOfficer(), second: aSecond() },
  ],
  [
    'two_officers',
    'an officer who is not the author',
    { by: 'li', officer: anOfficer(), second: aSecond() },
    { by: 'chen', officer: anOfficer(), second: aSecond() },
  ],
  [
    'valid_certificates',
    'one that ended the day before',
    { on: '2024-03-07', certificatesExpireOn: [undefined, '2024-03-06'] },
    { on: '2024-03-07', certificatesExpireOn: [undefined, '2024-03-07'] },
  ],
  ['verified_citation', 'an unread citation', { hasVerifiedCitation: false }, { hasVerifiedCitation: true }],
  ['granted_number', 'no number', { hasNumber: false }, { hasNumber: true }],
  [
    'deadline_after_notice',
    'a last day before the notice',
    { notice: { noticeOn: '2024-03-07', dueOn: '2024-03-06' } },
    { notice: { noticeOn: '2024-03-07', dueOn: '2024-03-07' } },
  ],
  ['notice_issued', 'none', { state: FOUND }, { state: ISSUED }],
  ['after_service', 'a notice not served', { state: ISSUED }, { state: SERVED }],
  ['period_over', 'the day before', { state: SERVED, on: '2024-03-06' }, { state: SERVED, on: '2024-03-07' }],
  ['another_org', 'the same', { state: FOUND, receiver: ORG }, { state: FOUND, receiver: 'other' }],
];

describe('what the correction flow needs', () => {
  it.each(ROWS)('%s: not with %s', (name, _broken, against, sound) => {
    const { holds } = requirementOf(name);
    expect([holds(against), holds(sound)]).toEqual([false, true]);
  });

  it('is tested rule by rule', () => {
    expect(new Set(ROWS.map(([name]) => name))).toEqual(new Set(Object.keys(CORRECTION_REQUIREMENTS)));
  });
});
