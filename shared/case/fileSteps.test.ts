import { describe, expect, it } from 'vitest';

import { aSecond, ORG } from '../testing/builders.ts';
import { A_FINE } from '../testing/fileActs.ts';
import {
  ORDINARY_SCRIPT,
  SPOT_SCRIPT,
  STRUCTURE_TO_SERVED,
  TO_FILED,
  TO_NOTICE,
  type Step,
} from '../testing/fileScripts.ts';
import { FileStory, STAFF, type Account } from '../testing/fileStory.ts';

import { fileSteps, judgeAct, type ActContext } from './fileSteps.ts';
import type { ActKey } from './procedures/names.ts';
import type { CaseState } from './state.ts';

function stateAfter(
  steps: readonly Step[],
  change: (story: FileStory) => void = () => undefined,
): [CaseState, FileStory] {
  const story = new FileStory();
  change(story);
  for (const [act, by, days = 0] of steps) story.wait(days).add(act, by);
  const state = story.state();
  if (state === undefined) throw new Error('not open');
  return [state, story];
}

function asked(story: FileStory, by: Account, rest: Partial<ActContext> = {}): ActContext {
  return { by, role: STAFF[by], org: ORG, nowMs: story.nowMs, ...rest };
}

const NOTIFIED: readonly Step[] = [...TO_FILED, ...TO_NOTICE, ['document.issued:D17'], ['document.served:D17']];
const HEARD: readonly Step[] = [...NOTIFIED, ['case.brought', 'chen', 6]];

/** An unlawful attempt: the course before it, the act, who tries, what is known of it, and the refusal with its law. */
type Attempt = readonly [string, readonly Step[], ActKey, Account, Partial<ActContext>, string, string];

const FORTY: ActContext['data'] = { penalty: { ...A_FINE, fineFen: 400_000, maxFen: 500_000 } };

const UNLAWFUL: readonly Attempt[] = [
  [
    'files without power',
    TO_FILED.slice(0, 3),
    'case.filed',
    'ju',
    { data: { power: { org: 'other' } } },
    'out_of_power',
    '行政处罚法 §22',
  ],
  [
    'files what is time-barred',
    TO_FILED.slice(0, 3),
    'case.filed',
    'ju',
    { data: { actEndedOn: '2021-01-01' } },
    'time_barred',
    '行政处罚法 §36',
  ],
  [
    'reviews what he investigated',
    [...TO_FILED, ...TO_NOTICE.slice(0, 5)],
    'case.reviewed:pass',
    'fa',
    { people: ['chen'] },
    'not_independent',
    '行政处罚法 §58',
  ],
  [
    'decides before the notice was served',
    NOTIFIED.slice(0, -1),
    'case.brought',
    'chen',
    {},
    'notice_not_served',
    '行政处罚法 §44',
  ],
  ['decides while the statement period runs', NOTIFIED, 'case.brought', 'chen', {}, 'period_running', '行政处罚法 §44'],
  [
    'closes an on-the-spot fine that is not paid',
    SPOT_SCRIPT.slice(0, 6),
    'case.closed',
    'nei',
    {},
    'not_paid',
    '行政处罚法 §66',
  ],
  [
    'fines more than notified',
    HEARD,
    'case.decided',
    'ju',
    { data: { penalty: { ...A_FINE, fineFen: 60_000 } } },
    'above_notified',
    '行政处罚法 §45',
  ],
  ['decides as an officer', HEARD, 'case.decided', 'chen', {}, 'wrong_role', '行政处罚法 §42'],
  ['closes without payment', ORDINARY_SCRIPT.slice(0, -4), 'case.closed', 'nei', {}, 'not_paid', '行政处罚法 §66'],
  [
    'goes over the limit on the spot',
    SPOT_SCRIPT.slice(0, 3),
    'document.issued:D21',
    'chen',
    { data: FORTY },
    'over_spot_limit',
    '行政处罚法 §51',
  ],
  [
    'fines on the spot without telling',
    SPOT_SCRIPT.slice(0, 2),
    'document.issued:D21',
    'chen',
    {},
    'needs_act',
    '行政处罚法 §44',
  ],
  [
    'fines by an unverified amount',
    SPOT_SCRIPT.slice(0, 3),
    'document.issued:D21',
    'chen',
    { data: { penalty: { ...A_FINE, amount: 'memory' } } },
    'amount_unverified',
    '行政处罚法 §38',
  ],
  [
    'demolishes at once',
    STRUCTURE_TO_SERVED,
    'structure.demolished:forced',
    'chen',
    {},
    'wrong_stage',
    '行政强制法 §44',
  ],
  [
    'takes things without a basis',
    [...TO_FILED],
    'measure.taken:seizure',
    'chen',
    { data: { urgent: false } },
    'measure_not_approved',
    '行政强制法 §18',
  ],
];

describe('an unlawful step', () => {
  it.each(UNLAWFUL)('%s: closed with its article', (_name, before, act, by, rest, code, article) => {
    const [state, story] = stateAfter(before);
    const info = judgeAct(state, act, asked(story, by, rest));
    expect(info.open).toBe(false);
    expect(info.reasons).toContainEqual(expect.objectContaining({ code, article }));
  });

  it('is open once what was missing is there', () => {
    const [state, story] = stateAfter(HEARD);
    const info = judgeAct(state, 'case.decided', asked(story, 'ju', { data: { penalty: A_FINE } }));
    expect(info).toMatchObject({ open: true, reasons: [], mine: true });
  });
});

describe('the steps of a file', () => {
  it('are those of its stage, with who may take them and what is missing', () => {
    const [state, story] = stateAfter(TO_FILED);
    const steps = fileSteps(state, asked(story, 'chen'));
    const acts = steps.map(({ act }) => act);
    expect(acts).toContain('record.made:site');
    expect(acts).not.toContain('case.decided');
    expect(acts).not.toContain('photo.added');
    expect(steps.find(({ act }) => act === 'case.approved:measure')).toMatchObject({ open: false, mine: false });
    expect(steps.find(({ act }) => act === 'record.made:site')).toMatchObject({ open: true, kind: 'fact' });
  });

  it('lets a fact be told against the rules, and a decision not', () => {
    const [state, story] = stateAfter(TO_FILED);
    const alone = asked(story, 'chen', {
      officer: { user: 'chen', name: '陈军', certificate: '鄂B1001' },
      second: aSecond({ user: 'chen', certificate: '鄂B1001' }),
    });
    expect(judgeAct(state, 'record.made:site', alone)).toMatchObject({ open: false, recordable: true });
    expect(judgeAct(state, 'case.investigated', alone)).toMatchObject({ open: false, recordable: false });
    expect(judgeAct(state, 'record.made:site', asked(story, 'zhou'))).toMatchObject({ recordable: false, mine: false });
  });

  it('rest while the file is suspended', () => {
    const [state, story] = stateAfter([...TO_FILED, ['case.suspended', 'ju']]);
    const reasons = judgeAct(state, 'case.suspended', asked(story, 'ju')).reasons.map(({ code }) => code);
    expect(reasons).toContain('suspended');
    expect(judgeAct(state, 'case.resumed', asked(story, 'ju')).open).toBe(true);
  });

  it('are none of another procedure', () => {
    const [state, story] = stateAfter(TO_FILED);
    expect(judgeAct(state, 'demolition.scheduled', asked(story, 'ju'))).toMatchObject({ open: false, mine: false });
  });
});
