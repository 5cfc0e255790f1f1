import { describe, expect, it } from 'vitest';

import type { Party } from '../../events/party.ts';
import { anOfficer, aUuid, ORG } from '../../testing/builders.ts';
import { TO_FILED, TO_NOTICE } from '../../testing/fileScripts.ts';
import { fileAfter, withFile, type RequirementRow } from '../../testing/requirementRows.ts';

import { FILING_REQUIREMENTS } from './filing.ts';
import { requirementOf } from './index.ts';

/** Opened on 2024-03-04, filed a day later. */
const FILED = fileAfter(TO_FILED);
const NOTIFIED = fileAfter([...TO_FILED, ...TO_NOTICE, ['document.issued:D17']]);
const UNTIL_NOTICE = [...TO_FILED, ...TO_NOTICE, ['document.issued:D17'], ['document.served:D17']] as const;
const HEARD_ANEW = [
  ['case.brought', 'chen', 6],
  ['case.approved:notice', 'da'],
] as const;
const VOIDED = NOTIFIED.documents.map((one) => ({ ...one, voided: '写错' }));
const FORKED = FILED.timeline.map((entry) => ({
  ...entry,
  verdict: { is: 'void', reason: 'fork', article: '' } as const,
}));
const MATTER = FILED.file?.matter;
const OTHER = anOfficer({ user: 'li', certificate: '鄂B1002' });
const SEIZED = { id: aUuid(60), measure: 'seizure', on: '2024-03-05', urgent: false, extended: false } as const;
const CHILD: Party = { kind: 'citizen', name: '王小芳', address: '黄石大道1号', bornOn: '2010-03-04' };
const ADULT: Party = { ...CHILD, bornOn: '1980-01-01' };

const ROWS: readonly RequirementRow[] = [
  [
    'not_in_future',
    'an hour that has not come, beyond the slack of two clocks',
    { happenedMs: 660_000, writtenMs: 0 },
    { happenedMs: 540_000, writtenMs: 0 },
  ],
  [
    'two_named',
    'one officer named twice',
    { data: { officers: [anOfficer(), anOfficer()] } },
    { data: { officers: [anOfficer(), OTHER] } },
  ],
  [
    'document_issued',
    'a paper nobody issued',
    { state: NOTIFIED, data: { document: aUuid(999) } },
    { state: NOTIFIED, data: { document: NOTIFIED.documents[0]?.document } },
  ],
  [
    'in_power',
    'a matter of another organisation',
    { state: FILED, data: { power: { org: 'other' } } },
    { state: FILED, data: { power: { org: ORG } } },
  ],
  [
    'not_time_barred',
    'an act that ended more than two years ago',
    { on: '2026-03-02', data: { actEndedOn: '2024-03-01' } },
    { on: '2026-03-01', data: { actEndedOn: '2024-03-01' } },
  ],
  [
    'not_time_barred',
    'a grave act that ended more than five years ago',
    { on: '2029-03-02', data: { actEndedOn: '2024-03-01', graveHarm: true } },
    { on: '2029-03-01', data: { actEndedOn: '2024-03-01', graveHarm: true } },
  ],
  ['party_known', 'nobody', { state: withFile(FILED, { party: undefined }) }, { state: FILED }],
  [
    'basis_for_measure',
    'a matter whose law allows none',
    { state: withFile(FILED, { matter: MATTER && { ...MATTER, measures: [] } }) },
    { state: FILED },
  ],
  [
    'measures_ended',
    'things still held',
    { state: withFile(FILED, { measures: [SEIZED] }) },
    { state: withFile(FILED, { measures: [{ ...SEIZED, endedOn: '2024-03-20' }] }) },
  ],
  [
    'not_returned',
    'a file the brigade sent back',
    { state: { ...FILED, supervision: { is: 'returned' } } },
    { state: { ...FILED, supervision: { is: 'accepted' } } },
  ],
  [
    'no_recusal_open',
    'a recusal not decided',
    { state: withFile(FILED, { recusals: [{ of: 'li' }] }) },
    { state: withFile(FILED, { recusals: [{ of: 'li', granted: false }] }) },
  ],
  [
    'not_issued_twice',
    'a notice that stands already; one whose number is void leaves room',
    { state: NOTIFIED, act: 'document.issued:D18' },
    { state: { ...NOTIFIED, documents: VOIDED }, act: 'document.issued:D18' },
  ],
  [
    'not_issued_twice',
    'the same notice after another approval',
    { state: NOTIFIED, act: 'document.issued:D17' },
    { state: fileAfter([...UNTIL_NOTICE, ...HEARD_ANEW]), act: 'document.issued:D17' },
  ],
  ['fork_open', 'nothing to rule on', { state: FILED }, { state: { ...FILED, timeline: FORKED } }],
  [
    'of_age',
    'who turns fourteen on the day of the act, and is it from the next day on',
    { state: withFile(FILED, { party: CHILD }) },
    { state: withFile(FILED, { party: { ...CHILD, bornOn: '2010-03-03' } }) },
  ],
  [
    'of_age',
    'the date of London: found at half past midnight in Huangshi, on the day after the birthday',
    { state: { ...withFile(FILED, { party: CHILD }), foundAt: '2024-03-04T15:59:00.000Z' } },
    { state: { ...withFile(FILED, { party: CHILD }), foundAt: '2024-03-04T16:30:00.000Z' } },
  ],
  [
    'of_age',
    'who could not know what he did',
    { data: { party: { ...ADULT, incapable: true } } },
    { data: { party: ADULT } },
  ],
];

describe('what filing and investigating need', () => {
  it.each(ROWS)('%s: not with %s', (name, _broken, against, sound) => {
    const { holds } = requirementOf(name);
    expect([holds(against), holds(sound)]).toEqual([false, true]);
  });

  it('is tested rule by rule', () => {
    expect(new Set(ROWS.map(([name]) => name))).toEqual(new Set(Object.keys(FILING_REQUIREMENTS)));
  });
});
