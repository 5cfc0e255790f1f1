import { describe, expect, it } from 'vitest';

import { TO_FILED } from '../../testing/fileScripts.ts';
import { fileAfter, withFile, type RequirementRow } from '../../testing/requirementRows.ts';
import type { Measure } from '../file.ts';
import type { CaseState } from '../state.ts';

import { requirementOf } from './index.ts';
import { PAPER_REQUIREMENTS } from './papers.ts';

const FILED = fileAfter(TO_FILED);
const MATTER = FILED.file?.matter;
const APPROVED = fileAfter([...TO_FILED, ['case.approved:measure', 'ju']]);
/** Taken on Wednesday 2024-03-06: seven working days end on 2024-03-15. */
const TAKEN: Measure = { id: 'm', measure: 'register', on: '2024-03-06', urgent: false, extended: false };
const holding = (change: Partial<Measure>, state: CaseState = FILED): CaseState =>
  withFile(state, { measures: [{ ...TAKEN, ...change }] });
const allowing = (measures: readonly 'seizure'[]): CaseState =>
  withFile(holding({ measure: 'seizure' }), { matter: MATTER && { ...MATTER, measures: [...measures] } });
const rechecked = (result: 'fixed' | 'not_fixed'): CaseState => ({
  ...FILED,
  recheck: { at: '2024-03-07T07:00:00.000Z', result, photos: [] },
});

const ROWS: readonly RequirementRow[] = [
  [
    'measure_without_paper',
    'a file without a measure of the kind',
    { state: holding({ measure: 'seizure' }), act: 'document.issued:D09' },
    { state: holding({}), act: 'document.issued:D09' },
  ],
  [
    'measure_without_paper',
    'a release of what is confiscated',
    { state: holding({ measure: 'seal', endedOn: '2024-03-08', result: 'confiscated' }), act: 'document.issued:D12' },
    { state: holding({ measure: 'seal', endedOn: '2024-03-08', result: 'returned' }), act: 'document.issued:D12' },
  ],
  [
    'measure_has_basis',
    'a matter whose norm allows no seizure',
    { state: allowing([]), act: 'document.issued:D11' },
    { state: allowing(['seizure']), act: 'document.issued:D11' },
  ],
  [
    'measure_approved',
    'a seizure nobody approved',
    { state: holding({ measure: 'seizure' }), act: 'document.issued:D11' },
    { state: holding({ measure: 'seizure' }, APPROVED), act: 'document.issued:D11' },
  ],
  [
    'measure_approved',
    'a building site whose sealing no government ordered',
    { state: holding({ measure: 'site_seal' }, APPROVED), act: 'document.issued:D11' },
    { state: holding({ measure: 'site_seal', urgent: true }), act: 'document.issued:D11' },
  ],
  [
    'handled_in_time',
    'an eighth working day, unless things go back',
    { state: holding({ endedOn: '2024-03-18', result: 'seized' }), act: 'document.issued:D10', on: '2024-03-18' },
    { state: holding({ endedOn: '2024-03-18', result: 'returned' }), act: 'document.issued:D10', on: '2024-03-18' },
  ],
  [
    'handled_in_time',
    'a paper after the seventh',
    { state: holding({ endedOn: '2024-03-15', result: 'seized' }), act: 'document.issued:D10', on: '2024-03-18' },
    { state: holding({ endedOn: '2024-03-15', result: 'seized' }), act: 'document.issued:D10', on: '2024-03-15' },
  ],
  [
    'hearing_still_ahead',
    'six working days',
    { state: withFile(FILED, { hearing: { heldOn: '2024-03-14', host: 'fa' } }), on: '2024-03-06' },
    { state: withFile(FILED, { hearing: { heldOn: '2024-03-15', host: 'fa' } }), on: '2024-03-06' },
  ],
  ['not_performed', 'a party that has performed', { state: rechecked('fixed') }, { state: rechecked('not_fixed') }],
  [
    'substitute_later',
    'the third working day',
    { on: '2024-03-06', data: { startAt: '2024-03-11T09:00:00+08:00' } },
    { on: '2024-03-06', data: { startAt: '2024-03-12T09:00:00+08:00' } },
  ],
];

describe('what the documents of measures, hearings and substitute performance need', () => {
  it.each(ROWS)('%s: not with %s', (name, _broken, against, sound) => {
    const { holds } = requirementOf(name);
    expect([holds(against), holds(sound)]).toEqual([false, true]);
  });

  it('is tested rule by rule', () => {
    expect(new Set(ROWS.map(([name]) => name))).toEqual(new Set(Object.keys(PAPER_REQUIREMENTS)));
  });
});
