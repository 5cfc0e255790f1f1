import { blankItem, type ChecklistDraft, type ConditionDraft, type ItemDraft, type SectionDraft } from './draft.ts';
import { inside, valueAt, withInserted, withMoved, withoutAt, withValue, type Place } from './place.ts';
import { proposeCode, proposeId } from './propose.ts';

/** An item's position: of its section, and of it in there, both from 0. */
export type ItemAt = { readonly section: number; readonly item: number };

const SECTIONS = 'sections';
const itemsAt = (section: number): string => `sections.${String(section)}.items`;

/** With one more section at the end, with one item; `used`: see `proposeCode`. */
export function withNewSection(draft: ChecklistDraft, name: string, used: readonly string[]): ChecklistDraft {
  const id = proposeId('part', idsOf(draft));
  const section: SectionDraft = { id, name, items: [] };
  const next = withInserted(draft, SECTIONS, draft.sections.length, section);
  return withNewItem(next, { section: draft.sections.length, item: 0 }, used);
}

/** With a new check at that position, under a code that nothing has; the draft as it is when no code is left. */
export function withNewItem(draft: ChecklistDraft, at: ItemAt, used: readonly string[]): ChecklistDraft {
  const code = proposeCode(draft, at.section, used);
  return code === undefined ? draft : withInserted(draft, itemsAt(at.section), at.item, blankItem(code));
}

/** Without an item. Conditions and proofs that name it stay and are faults. */
export function withoutItem(draft: ChecklistDraft, { section, item }: ItemAt): ChecklistDraft {
  return withoutAt(draft, itemsAt(section), item);
}

/** Without a section and its items. Conditions and proofs that name them stay and are faults. */
export function withoutSection(draft: ChecklistDraft, section: number): ChecklistDraft {
  return withoutAt(draft, SECTIONS, section);
}

/** With a section at another position. */
export function withMovedSection(draft: ChecklistDraft, from: number, to: number): ChecklistDraft {
  return withMoved(draft, SECTIONS, from, to);
}

/**
 * Where an item comes to stand one step up or down: over the edge of its section at the end or the beginning of the next one.
 * Undefined at the ends of the list.
 */
export function stepOf({ sections }: ChecklistDraft, { section, item }: ItemAt, step: 1 | -1): ItemAt | undefined {
  const own = sections[section]?.items.length ?? 0;
  if (item + step >= 0 && item + step < own) return { section, item: item + step };
  const other = sections[section + step];
  if (other === undefined) return undefined;
  return { section: section + step, item: step === 1 ? 0 : other.items.length };
}

/** With an item at another position, of its section or another one; the draft as it is where either is not there. */
export function withMovedItem(draft: ChecklistDraft, from: ItemAt, to: ItemAt): ChecklistDraft {
  const item = draft.sections[from.section]?.items[from.item];
  if (item === undefined || draft.sections[to.section] === undefined) return draft;
  return withInserted(withoutItem(draft, from), itemsAt(to.section), to.item, item);
}

/** With a copy of an item after it, under a code of its own; the draft as it is when no code is left. */
export function withItemTwice(draft: ChecklistDraft, at: ItemAt, used: readonly string[]): ChecklistDraft {
  const item = draft.sections[at.section]?.items[at.item];
  const code = proposeCode(draft, at.section, used);
  if (item === undefined || code === undefined) return draft;
  return withInserted(draft, itemsAt(at.section), at.item + 1, { ...item, code });
}

/**
 * With a copy of a section after it, its items under codes of their own; conditions inside that name an item of the section
 * name its copy. The draft as it is when not enough codes are left.
 */
export function withSectionTwice(draft: ChecklistDraft, at: number, used: readonly string[]): ChecklistDraft {
  const section = draft.sections[at];
  if (section === undefined) return draft;
  const codes = new Map<string, string>();
  const taken = [...used];
  for (const { code } of section.items) {
    const next = proposeCode(draft, at, taken);
    if (next === undefined) return draft;
    taken.push(next);
    codes.set(code, next);
  }
  const copied = (item: ItemDraft): ItemDraft => {
    const copy = { ...item, code: codes.get(item.code) ?? item.code };
    return item.showIf === undefined ? copy : { ...copy, showIf: renamed(item.showIf, codes) };
  };
  const copy = { ...section, id: proposeId('part', idsOf(draft)), items: section.items.map(copied) };
  return withInserted(draft, SECTIONS, at + 1, copy);
}

function renamed(condition: ConditionDraft, codes: ReadonlyMap<string, string>): ConditionDraft {
  return { ...condition, item: codes.get(condition.item) ?? condition.item };
}

function idsOf({ sections }: ChecklistDraft): readonly string[] {
  return sections.map(({ id }) => id);
}

/** What the kinds have beside code, text, hint and condition, and what stands there when it is new. */
const MEMBERS: Readonly<Record<ItemDraft['kind'], Readonly<Record<string, unknown>>>> = {
  check: { weight: 1, matters: [], photoRequiredWhenFailed: true },
  number: { optional: undefined, unit: '', matters: undefined, weight: undefined, photoRequiredWhenFailed: undefined },
  choice: {
    optional: undefined,
    options: [
      { value: 'a', text: '' },
      { value: 'b', text: '' },
    ],
  },
  text: { optional: undefined, maxLength: 100 },
  photo: { required: true },
  date: { optional: undefined },
  location: { optional: undefined },
  signature: { optional: undefined },
};

/** With an item of another kind: members that both kinds have stay, the others are left out, new ones are what is usual. */
export function withKind(draft: ChecklistDraft, { section, item }: ItemAt, kind: ItemDraft['kind']): ChecklistDraft {
  const old = draft.sections[section]?.items[item];
  if (old === undefined || old.kind === kind) return draft;
  const { code, text, hint, showIf } = old;
  // A check that could be punished stays one that can fail; a plain one becomes a number that is only written down.
  const isPlain = kind === 'number' && (old.matters ?? []).length === 0;
  const kept: Readonly<Record<string, unknown>> = isPlain ? { optional: old['optional'] } : old;
  const members = Object.entries(MEMBERS[kind]).map(([name, usual]) => [name, kept[name] ?? usual] as const);
  const all = Object.entries({ code, text, hint, showIf, kind, ...Object.fromEntries(members) });
  const next = Object.fromEntries(all.filter(([, value]) => value !== undefined));
  return withValue(draft, `${itemsAt(section)}.${String(item)}`, next);
}

/**
 * With a number at that place that fails outside of what is in order, or is only written down: the members that belong to failing
 * come and go together.
 */
export function withJudging(draft: ChecklistDraft, place: Place, isJudged: boolean): ChecklistDraft {
  const values: Readonly<Record<string, unknown>> = isJudged ? { matters: [], weight: 1 } : {};
  return ['matters', 'weight', 'photoRequiredWhenFailed'].reduce(
    (before, member) => withValue(before, inside(place, member), values[member]),
    draft,
  );
}

/** With a member set, or taken out by `undefined`. Of a normal range without limits nothing is left: it would judge nothing. */
export function withMember(draft: ChecklistDraft, place: Place, value: unknown): ChecklistDraft {
  const next = withValue(draft, place, value);
  const normal = /^(sections\.\d+\.items\.\d+\.normal)\./.exec(place)?.[1];
  if (normal === undefined || Object.keys(valueAt(next, normal) ?? {}).length > 0) return next;
  return withValue(next, normal, undefined);
}
