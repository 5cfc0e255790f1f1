import type { Checklist, Section } from './checklist.ts';
import { allItems } from './visible.ts';

/** One difference between two versions: of an item, of a section or of the checklist's own members. */
export type ChecklistChange = {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly of: 'item' | 'section' | 'list';
  readonly name: string;
  readonly text: string;
  /** Members that differ, of what is in both. */
  readonly members: readonly ChangedMember[];
};

/**
 * A member in both versions, undefined where it is missing. Of `items` the value is how many there are, of `order` the codes of a
 * section's items, or the ids of the list's sections, that are in both.
 */
export type ChangedMember = { readonly member: string; readonly before: unknown; readonly after: unknown };

type Part = Readonly<Record<string, unknown>>;

/** What is different in the later version: of the checklist, then its sections, then its items; empty when nothing is. */
export function compareChecklists(before: Checklist, after: Checklist): readonly ChecklistChange[] {
  const { sections: oldSections, ...oldRest } = before;
  const { sections: newSections, ...newRest } = after;
  const own = differing(
    { ...oldRest, order: orderOf(oldSections.map(idOf), newSections.map(idOf)) },
    { ...newRest, order: orderOf(newSections.map(idOf), oldSections.map(idOf)) },
  ).filter(({ member }) => member !== 'version');
  const list: ChecklistChange[] =
    own.length === 0 ? [] : [{ kind: 'changed', of: 'list', name: after.id, text: after.name, members: own }];
  return [
    ...list,
    ...changesOf('section', sectionsOf(oldSections, newSections), sectionsOf(newSections, oldSections)),
    ...changesOf('item', itemsOf(before), itemsOf(after)),
  ];
}

const idOf = ({ id }: Section): string => id;

/** What is in both, in the order of the first. */
function orderOf(own: readonly string[], other: readonly string[]): readonly string[] {
  return own.filter((one) => other.includes(one));
}

function sectionsOf(sections: readonly Section[], others: readonly Section[]): Named {
  return new Map(
    sections.map(({ items, ...section }) => {
      const other = others.find(({ id }) => id === section.id)?.items ?? [];
      const order = orderOf(
        items.map(({ code }) => code),
        other.map(({ code }) => code),
      );
      return [section.id, { part: { ...section, items: items.length, order }, text: section.name }];
    }),
  );
}

type Named = ReadonlyMap<string, { readonly part: Part; readonly text: string }>;

function itemsOf(checklist: Checklist): Named {
  return new Map(
    allItems(checklist).map(({ section, item }) => [item.code, { part: { ...item, section }, text: item.text }]),
  );
}

function changesOf(of: 'section' | 'item', before: Named, after: Named): ChecklistChange[] {
  const gone = [...before].filter(([name]) => !after.has(name));
  const removed = gone.map(([name, { text }]): ChecklistChange => ({ kind: 'removed', of, name, text, members: [] }));
  const rest = [...after].flatMap(([name, { part, text }]): ChecklistChange[] => {
    const old = before.get(name);
    if (old === undefined) return [{ kind: 'added', of, name, text, members: [] }];
    const members = differing(old.part, part);
    return members.length === 0 ? [] : [{ kind: 'changed', of, name, text, members }];
  });
  return [...removed, ...rest];
}

function differing(before: Part, after: Part): readonly ChangedMember[] {
  const members = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...members]
    .filter((member) => textOf(before[member]) !== textOf(after[member]))
    .map((member) => ({ member, before: before[member], after: after[member] }));
}

function textOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}
