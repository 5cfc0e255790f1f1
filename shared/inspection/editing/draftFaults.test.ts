import { expect, it } from 'vitest';

import { aChecklist } from '../../testing/checklists.ts';

import { nextOf, readDraft, type ChecklistDraft } from './draft.ts';
import { faultsOfDraft, shapeOf } from './draftFaults.ts';
import { isWithin, valueAt, withInserted, withMoved, withoutAt, withValue } from './place.ts';

const TODAY = '2024-05-01';
const draft = nextOf(aChecklist(), 2, TODAY);

function faults(changed: ChecklistDraft): readonly string[] {
  const matters = new Set(['MQ-01', 'MQ-02', 'MQ-04', 'MQ-18']);
  return faultsOfDraft(changed, matters, TODAY).map(({ code, place, subject }) => `${code} ${place} ${subject}`.trim());
}

it('says what the schema and what the rules refuse side by side, in the order of the form', () => {
  const places = ['sections.1.items.0.weight', 'sections.0.name', 'scoring.basePoints', 'scoring.severityFactor.minor'];
  const empty = places.reduce((before, place) => withValue(before, place, undefined), draft);
  const changed = withValue(withValue(empty, 'validFrom', '2024-05-02'), 'sections.2.items.0.matters.1', 'MQ-99');
  expect(faults(changed)).toEqual([
    'shape scoring.basePoints',
    'shape scoring.severityFactor.minor',
    'not_yet validFrom 2024-05-02',
    'shape sections.0.name',
    'shape sections.1.items.0.weight',
    'unknown_matter sections.2.items.0.matters.1 Z1 MQ-99',
  ]);
  expect(shapeOf(changed)).toBeUndefined();
  expect(shapeOf(draft)).toEqual(draft);
});

it.each([
  ['sections.0.items.0.options', undefined],
  ['sections.1.items.1.showIf.isOneOf', undefined],
  ['scoring.bands', 'none'],
  ['sections.1.items', {}],
])('takes no draft that lacks its frame: %s', (place, value) => {
  expect(readDraft(withValue(draft, place, value))).toEqual({ ok: false, error: 'no_draft' });
});

it('takes members that it does not know, and says that they are none', () => {
  const strange = withValue(draft, 'sections.0.colour', 'red');
  expect(readDraft(strange)).toEqual({ ok: true, value: strange });
  expect(faults(strange)).toEqual(['shape sections.0']);
});

it('changes what stands at a place and nothing beside it', () => {
  const limit = withValue(draft, 'sections.2.items.1.normal.max', 20);
  expect(valueAt(limit, 'sections.2.items.1.normal')).toEqual({ max: 20 });
  expect(JSON.stringify(withValue(limit, 'sections.2.items.1.normal', undefined))).toBe(JSON.stringify(draft));
  expect(JSON.stringify(withValue(draft, 'name', '别名'))).toBe(JSON.stringify({ ...draft, name: '别名' }));
  expect(valueAt(draft, 'sections.9.items')).toBeUndefined();
  const bands = withInserted(draft, 'scoring.bands', 1, { from: 85 });
  expect(valueAt(bands, 'scoring.bands.1.from')).toBe(85);
  expect(withoutAt(bands, 'scoring.bands', 1)).toEqual(draft);
  expect(withMoved(withMoved(draft, 'scoring.bands', 0, 3), 'scoring.bands', 3, 0)).toEqual(draft);
  expect(withMoved(draft, 'scoring.bands', 3, 4)).toEqual(draft);
  expect(isWithin('sections.1.items.10', 'sections.1.items.1')).toBe(false);
});
