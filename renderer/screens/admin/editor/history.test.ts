import { expect, it } from 'vitest';

import { nextOf } from '#shared/inspection/editing/draft.ts';
import { withoutItem } from '#shared/inspection/editing/operations.ts';
import { withValue } from '#shared/inspection/editing/place.ts';
import { aChecklist } from '#shared/testing/checklists.ts';

import { after, begun, chosen, redone, undone } from './history.ts';
import { draftIn, existing, pageOf, textOfWork, workIn, workOf } from './work.ts';

const draft = nextOf(aChecklist(), 2, '2024-05-01');
const ITEM = 'sections.1.items.2';
const named = (name: string): typeof draft => withValue(draft, 'name', name);

it('undoes typing in one member as a whole, and shows where it was', () => {
  const typed = ['甲', '甲乙'].reduce(
    (history, name) => after(history, named(name), '', 'name'),
    begun({ draft, at: '' }),
  );
  const out = after(chosen(typed, ITEM), withoutItem(named('甲乙'), { section: 1, item: 2 }), ITEM);
  expect(out.now.at, 'the item before it').toBe('sections.1.items.1');
  const back = undone(out);
  expect(back.now).toEqual({ draft: named('甲乙'), at: ITEM });
  expect(undone(back).now).toEqual({ draft, at: '' });
  expect(undone(undone(back)).now.draft).toBe(draft);
  expect(redone(redone(undone(back))).now).toEqual(out.now);
});

it('begins a new operation when another member was looked at, and forgets what was undone', () => {
  const once = after(begun({ draft, at: '' }), named('甲'), '', 'name');
  const twice = after(chosen(once, ITEM), named('乙'), '', 'name');
  expect(undone(twice).now.draft.name).toBe('甲');
  expect(redone(after(undone(twice), named('丙'), '')).now.draft.name).toBe('丙');
  expect(after(twice, twice.now.draft, '').past).toBe(twice.past);
});

it('is kept as text and read again as it was', () => {
  const work = { draft, at: ITEM, from: { id: 'small', version: 1 } };
  expect(workIn(textOfWork(work))).toEqual(work);
  expect(workIn(textOfWork({ draft, at: 'sections.7' }))).toEqual({ draft, at: '', from: undefined });
  expect(workIn('{"draft":{}}')).toBeUndefined();
  expect(workIn('no json')).toBeUndefined();
});

it('a file is made from the version before its own, and from none where there is no list', () => {
  const checklists = [1, 2, 3].map((version) => aChecklist({ version }));
  const file = draftIn(JSON.stringify({ ...draft, version: 3 }));
  expect(file && workOf({ checklists }, file).from).toEqual({ id: 'small', version: 2 });
  expect(workOf({ checklists }, { ...draft, version: 1 }).from?.version).toBe(3);
  expect(workOf({ checklists: [] }, draft).from).toBeUndefined();
  expect(draftIn('{"sections":[]}')).toBeUndefined();
});

it.each([
  ['sections.1.items.2.normal.max', ITEM],
  ['sections.1.items', 'sections.1'],
  ['sections.12.items.10.showIf', 'sections.12.items.10'],
  ['scoring.bands.2', 'scoring'],
  ['sections', ''],
  ['validFrom', ''],
])('shows %s on the page %s', (place, page) => {
  expect(pageOf(place)).toBe(page);
});

it('a page that is gone gives way to the nearest one', () => {
  expect(existing(draft, 'sections.1.items.9')).toBe(ITEM);
  expect(existing({ ...draft, sections: [{ id: 'a', name: '', items: [] }] }, 'sections.0.items.0')).toBe('sections.0');
});
