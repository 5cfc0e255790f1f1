import type { Checklist } from './checklist.ts';
import { allItems } from './visible.ts';

/** One difference between two versions: of an item, of a section or of the checklist's own members. */
export type ChecklistChange = {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly of: 'item' | 'section' | 'list';
  readonly name: string;
  readonly text: string;
  /** Members that differ, of what is in both. */
  readonly members: readonly string[];
};

type Part = Readonly<Record<string, unknown>>;

/** What is different in the later version: of the checklist, then its sections, then its items; empty when nothing is. */
export function compareChecklists(before: Checklist, after: Checklist): readonly ChecklistChange[] {
  const { sections: oldSections, ...oldRest } = before;
  const { sections: newSections, ...newRest } = after;
  const own = differing(oldRest, newRest).filter((member) => member !== 'version');
  const list: ChecklistChange[] =
    own.length === 0 ? [] : [{ kind: 'changed', of: 'list', name: after.id, text: after.name, members: own }];
  const bare = ({ items, ...rest }: Checklist['sections'][number]): Part => ({ ...rest, items: items.length });
  return [
    ...list,
    ...changesOf(
      'section',
      new Map(oldSections.map((section) => [section.id, { part: bare(section), text: section.name }])),
      new Map(newSections.map((section) => [section.id, { part: bare(section), text: section.name }])),
    ),
    ...changesOf('item', itemsOf(before), itemsOf(after)),
  ];
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

function differing(before: Part, after: Part): readonly string[] {
  const members = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...members].filter((member) => textOf(before[member]) !== textOf(after[member]));
}

function textOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}
