import fc from 'fast-check';
import { expect, it } from 'vitest';

import { aChecklist } from '../../testing/checklists.ts';
import { aRichChecklist } from '../../testing/richChecklist.ts';
import { checklistText } from '../checklistText.ts';

import { nextOf, readDraft, type ChecklistDraft, type ItemDraft } from './draft.ts';
import { faultsOfDraft } from './draftFaults.ts';
import * as editing from './operations.ts';
import { valueAt, withValue } from './place.ts';
import { codesOf } from './propose.ts';

const TODAY = '2024-05-01';

/** What an operation does to the items: which it may take away or change, and how many it may add. */
type Step = { readonly draft: ChecklistDraft; readonly named: readonly ItemDraft[]; readonly added: number };

const at = fc.nat({ max: 12 });
const anOperation = fc.record({
  is: fc.constantFrom(
    ...([
      'new',
      'section',
      'out',
      'sectionOut',
      'move',
      'moveSection',
      'twice',
      'sectionTwice',
      'kind',
      'set',
    ] as const),
  ),
  ...{ section: at, item: at, toSection: at, toItem: at },
  kind: fc.constantFrom(...(['check', 'number', 'choice', 'photo', 'text'] as const)),
  member: fc.constantFrom('text', 'hint', 'weight', 'showIf', 'normal.max'),
});
type Operation = typeof anOperation extends fc.Arbitrary<infer T> ? T : never;

function itemsOf({ sections }: ChecklistDraft): readonly ItemDraft[] {
  return sections.flatMap(({ items }) => items);
}

function stepOf(draft: ChecklistDraft, op: Operation): Step {
  const from = { section: op.section, item: op.item };
  const section = draft.sections[op.section];
  const item = section?.items[op.item];
  const named = item === undefined ? [] : [item];
  switch (op.is) {
    case 'new':
      return { draft: section === undefined ? draft : editing.withNewItem(draft, from, []), named: [], added: 1 };
    case 'section':
      return { draft: editing.withNewSection(draft, '新', []), named: [], added: 1 };
    case 'out':
      return { draft: editing.withoutItem(draft, from), named, added: 0 };
    case 'sectionOut':
      return { draft: editing.withoutSection(draft, op.section), named: section?.items ?? [], added: 0 };
    case 'move':
      return {
        draft: editing.withMovedItem(draft, from, { section: op.toSection, item: op.toItem }),
        named: [],
        added: 0,
      };
    case 'moveSection':
      return { draft: editing.withMovedSection(draft, op.section, op.toSection), named: [], added: 0 };
    case 'twice':
      return { draft: editing.withItemTwice(draft, from, []), named: [], added: 1 };
    case 'sectionTwice':
      return { draft: editing.withSectionTwice(draft, op.section, []), named: [], added: section?.items.length ?? 0 };
    case 'kind':
      return { draft: editing.withKind(draft, from, op.kind), named, added: named.length };
    case 'set': {
      const place = `sections.${String(op.section)}.items.${String(op.item)}.${op.member}`;
      const value = op.member === 'showIf' ? { when: 'answer', item: 'Z9', isOneOf: [] } : 7;
      const isThere = item !== undefined && op.member !== 'text' && op.member !== 'hint';
      return { draft: isThere ? withValue(draft, place, value) : draft, named, added: named.length };
    }
  }
}

it('an operation loses and changes no item that it does not name, and what comes is a draft again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(aChecklist(), aRichChecklist()),
      fc.array(anOperation, { maxLength: 15 }),
      (list, operations) => {
        let draft = nextOf(list, 2, TODAY);
        for (const operation of operations) {
          const { draft: after, named, added } = stepOf(draft, operation);
          const left = [...itemsOf(after)];
          for (const item of itemsOf(draft).filter((one) => !named.includes(one))) {
            const found = left.indexOf(item);
            expect(found, `${operation.is} lost ${item.code}`).toBeGreaterThanOrEqual(0);
            left.splice(found, 1);
          }
          expect(left.length).toBeLessThanOrEqual(added);
          const codes = codesOf(after);
          expect(new Set(codes).size, 'no code twice').toBe(codes.length);
          const json = JSON.stringify(after);
          const read = readDraft(JSON.parse(json));
          expect(read.ok && JSON.stringify(read.value), 'kept and read again').toBe(json);
          expect(() => faultsOfDraft(after, new Set(), TODAY)).not.toThrow();
          draft = after;
        }
      },
    ),
  );
});

it('what is opened and not touched is the same JSON', () => {
  for (const list of [aChecklist(), aRichChecklist()]) {
    const opened = nextOf(list, list.version, list.validFrom);
    expect(JSON.stringify(opened)).toBe(JSON.stringify(list));
    expect(checklistText(nextOf(list, 2, TODAY) as typeof list)).toBe(
      checklistText({ ...list, version: 2, validFrom: TODAY }),
    );
    const touched = withValue(opened, 'name', `${list.name}！`);
    expect(JSON.stringify(withValue(touched, 'name', list.name))).toBe(JSON.stringify(list));
    expect(valueAt(touched, 'sections')).toEqual(list.sections);
  }
});
