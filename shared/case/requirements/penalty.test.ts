import { describe, expect, it } from 'vitest';

import type { Penalty } from '../../events/penalty.ts';
import { A_FINE } from '../../testing/fileActs.ts';
import { HEARING_SCRIPT, SPOT_SCRIPT, TO_FILED, TO_NOTICE, type Step } from '../../testing/fileScripts.ts';
import { fileAfter, withFile, type RequirementRow } from '../../testing/requirementRows.ts';

import { requirementOf } from './index.ts';
import { PENALTY_REQUIREMENTS } from './penalty.ts';

const TO_ISSUED: readonly Step[] = [...TO_FILED, ...TO_NOTICE, ['document.issued:D17']];
const TO_SERVED: readonly Step[] = [...TO_ISSUED, ['document.served:D17']];
const FILED = fileAfter(TO_FILED);
const NOTIFIED = fileAfter(TO_SERVED);
const BROUGHT: readonly Step[] = [...TO_SERVED, ['case.brought', 'chen', 6]];
const MATTER = FILED.file?.matter;
const fine = (fineFen: number, rest: Partial<Penalty> = {}): Penalty => ({ ...A_FINE, fineFen, ...rest });
const SOLE_TRADER = { kind: 'sole_trader', name: '王芳', shop: '示例小吃店', address: '黄石大道1号' } as const;

const SPOT = fileAfter(SPOT_SCRIPT.slice(0, 4)); // issued on 2024-03-04
const SPOT_PAPER = SPOT.documents[0]?.document;
/** D18 served on Friday 2024-03-08; asked for on the 10th, called on the 11th. */
const TOLD = fileAfter(HEARING_SCRIPT.slice(0, 13));
const ASKED = fileAfter(HEARING_SCRIPT.slice(0, 14));
const HELD = fileAfter(HEARING_SCRIPT.slice(0, 16));
const REVIEWED = fileAfter(HEARING_SCRIPT.slice(0, 18));
const CALLED = withFile(ASKED, { hearing: { heldOn: '2024-03-20', host: 'fa' } });

const SPOT_ROWS: readonly RequirementRow[] = [
  [
    'matter_simple',
    'a matter that is never fined on the spot',
    { data: { matter: MATTER && { ...MATTER, simple: 'no' } } },
    { data: { matter: MATTER } },
  ],
  [
    'fine_within_spot_limit',
    '200.01 yuan for a sole trader',
    { state: withFile(SPOT, { party: SOLE_TRADER }), data: { penalty: fine(20_001) } },
    { state: withFile(SPOT, { party: SOLE_TRADER }), data: { penalty: fine(20_000) } },
  ],
  [
    'fine_within_spot_limit',
    '3,000.01 yuan for an organisation',
    { state: SPOT, data: { penalty: fine(300_001) } },
    { state: SPOT, data: { penalty: fine(300_000) } },
  ],
  [
    'fine_within_spot_limit',
    'anything taken away',
    { state: SPOT, data: { penalty: fine(10_000, { confiscation: '空箱' }) } },
    { state: SPOT, data: { penalty: fine(10_000) } },
  ],
  [
    'fine_within_spot_limit',
    'a fine for a matter that the act itself names as one to warn of only',
    { state: SPOT, data: { penalty: fine(10_000), matter: MATTER && { ...MATTER, simple: 'warning_only' } } },
    { state: SPOT, data: { penalty: fine(0), matter: MATTER && { ...MATTER, simple: 'warning_only' } } },
  ],
  [
    'no_new_facts',
    'facts that have to be looked into',
    { state: withFile(SPOT, { objection: 'new_facts' }) },
    { state: withFile(SPOT, { objection: 'none' }) },
  ],
  [
    'same_day',
    'a paper handed over on the next day',
    { state: SPOT, on: '2024-03-05', data: { document: SPOT_PAPER } },
    { state: SPOT, on: '2024-03-04', data: { document: SPOT_PAPER } },
  ],
];

const NOTICE_ROWS: readonly RequirementRow[] = [
  ['penalty_given', 'no penalty named', { data: {} }, { data: { penalty: A_FINE } }],
  [
    'amount_verified',
    'an amount nobody has read in its source',
    { data: { penalty: fine(50_000, { amount: 'memory' }) } },
    { data: { penalty: A_FINE } },
  ],
  [
    'amount_verified',
    'a matter nobody has read in its source',
    { state: withFile(FILED, { matter: MATTER && { ...MATTER, verified: false } }), data: { penalty: A_FINE } },
    { state: FILED, data: { penalty: A_FINE } },
  ],
  [
    'fine_as_notified',
    'a cent more than the notice said',
    { state: NOTIFIED, data: { penalty: fine(50_001) } },
    { state: NOTIFIED, data: { penalty: fine(50_000) } },
  ],
  [
    'fine_as_notified',
    'a kind the notice did not name',
    { state: NOTIFIED, data: { penalty: fine(10_000, { confiscation: '空箱' }) } },
    { state: NOTIFIED, data: { penalty: fine(10_000) } },
  ],
  [
    'penalty_as_decided',
    'another amount than was decided',
    { state: withFile(NOTIFIED, { decided: A_FINE }), data: { penalty: fine(40_000) } },
    { state: withFile(NOTIFIED, { decided: A_FINE }), data: { penalty: A_FINE } },
  ],
  ['notice_served', 'a notice on the desk', { state: fileAfter(TO_ISSUED) }, { state: NOTIFIED }],
  [
    'defence_reviewed',
    'words nobody looked at',
    { state: fileAfter([...TO_SERVED, ['statement.made']]) },
    { state: fileAfter([...TO_SERVED, ['statement.made'], ['statement.reviewed', 'fa']]) },
  ],
  [
    'discussed_if_grave',
    'a grave case decided by one',
    { state: withFile(fileAfter(BROUGHT), { grave: true }) },
    { state: withFile(fileAfter([...BROUGHT, ['case.discussed', 'ju']]), { grave: true }) },
  ],
];

const HEARING_ROWS: readonly RequirementRow[] = [
  [
    'hearing_if_threshold',
    'the plain notice from the published amount on',
    { act: 'document.issued:D17', data: { penalty: A_FINE, hearingFromFen: 50_000 } },
    { act: 'document.issued:D17', data: { penalty: A_FINE, hearingFromFen: 50_001 } },
  ],
  [
    'hearing_if_threshold',
    'the plain notice while the amount is not known',
    { act: 'document.issued:D17', data: { penalty: A_FINE } },
    { act: 'document.issued:D18', data: { penalty: A_FINE } },
  ],
  [
    'hearing_asked_in_time',
    'the sixth working day (11-15 March are five)',
    { state: TOLD, on: '2024-03-18' },
    { state: TOLD, on: '2024-03-15' },
  ],
  [
    'hearing_asked_or_by_agency',
    'nobody who asked',
    { state: TOLD, data: { byAgency: false } },
    { state: ASKED, data: { byAgency: false } },
  ],
  [
    'hearing_notice_days',
    'six working days of notice (12-15, 18, 19 March)',
    { on: '2024-03-11', data: { heldAt: '2024-03-19T01:00:00.000Z' } },
    { on: '2024-03-11', data: { heldAt: '2024-03-20T01:00:00.000Z' } },
  ],
  ['on_day_called', 'the day before', { state: CALLED, on: '2024-03-19' }, { state: CALLED, on: '2024-03-20' }],
  ['hearing_done_if_asked', 'a hearing that was asked for and not held', { state: ASKED }, { state: HELD }],
  [
    'by_hearing_host',
    'somebody else than who held it',
    { state: withFile(HELD, { hearing: { heldOn: '2024-03-26', host: 'da' } }), by: 'fa' },
    { state: HELD, by: 'fa' },
  ],
  ['review_after_hearing', 'only the review from before it', { state: HELD }, { state: REVIEWED }],
];

const ROWS = [...SPOT_ROWS, ...NOTICE_ROWS, ...HEARING_ROWS];

describe('what a penalty needs', () => {
  it.each(ROWS)('%s: not with %s', (name, _broken, against, sound) => {
    const { holds } = requirementOf(name);
    expect([holds(against), holds(sound)]).toEqual([false, true]);
  });

  it('is tested rule by rule', () => {
    expect(new Set(ROWS.map(([name]) => name))).toEqual(new Set(Object.keys(PENALTY_REQUIREMENTS)));
  });
});
