import type { Checklist, Section } from './checklist.ts';
import type { ChecklistFault, FaultCode } from './fault.ts';
import type { ChecklistItem, Condition } from './item.ts';

type Home = { readonly section: Section; readonly item: ChecklistItem; readonly at: number };
type Asked = {
  readonly condition: Condition;
  readonly place: string;
  /** Whose condition it is: an item's code, or undefined for a section or a proof. */
  readonly own: string | undefined;
  readonly section: Section | undefined;
  /** Items from here on are not asked before it. */
  readonly before: number;
};

/** What is wrong with the conditions of items, sections and proofs. */
export function conditionFaults(checklist: Checklist): readonly ChecklistFault[] {
  const homes = homesOf(checklist);
  return askedOf(checklist).flatMap((asked): ChecklistFault[] => {
    const code = faultOf(asked, homes);
    return code === undefined
      ? []
      : [{ code, place: asked.place, subject: `${asked.own ?? ''} ${asked.condition.item}`.trim() }];
  });
}

function homesOf(checklist: Checklist): ReadonlyMap<string, Home> {
  const all = checklist.sections.flatMap((section) => section.items.map((item) => ({ section, item })));
  return new Map(all.map((home, at) => [home.item.code, { ...home, at }]));
}

function askedOf({ sections, proofs = [] }: Checklist): readonly Asked[] {
  let at = 0;
  const ofSections = sections.flatMap((section, n): Asked[] => {
    const place = `sections.${String(n)}`;
    const own: Asked[] = [];
    if (section.showIf !== undefined)
      own.push({ condition: section.showIf, place: `${place}.showIf`, own: undefined, section: undefined, before: at });
    for (const [i, item] of section.items.entries()) {
      if (item.showIf !== undefined) {
        const where = `${place}.items.${String(i)}.showIf`;
        own.push({ condition: item.showIf, place: where, own: item.code, section, before: at });
      }
      at += 1;
    }
    return own;
  });
  const ofProofs = proofs.map(({ when }, n): Asked => ({
    condition: when,
    place: `proofs.${String(n)}.when`,
    own: undefined,
    section: undefined,
    before: Infinity,
  }));
  return [...ofSections, ...ofProofs];
}

function faultOf(asked: Asked, homes: ReadonlyMap<string, Home>): FaultCode | undefined {
  const { condition, own, section, before, place } = asked;
  const home = homes.get(condition.item);
  if (home === undefined) return 'unknown_item';
  if (own !== undefined && isInCircle(own, homes)) return 'circle';
  if (home.at >= before) return 'later_item';
  // A proof may count any entry; an item or a section could not say which one it means.
  const isOther = home.section.repeat !== undefined && home.section.id !== section?.id;
  if (isOther && !place.startsWith('proofs.')) return 'other_entry';
  return contentFault(condition, home.item);
}

function contentFault(condition: Condition, item: ChecklistItem): FaultCode | undefined {
  if (condition.when === 'number') {
    if (item.kind !== 'number') return 'wrong_kind';
    return condition.atLeast === undefined && condition.below === undefined ? 'empty_condition' : undefined;
  }
  if (condition.isOneOf.length === 0) return 'empty_condition';
  if (condition.when === 'answer') return undefined;
  if (item.kind !== 'choice') return item.kind === 'check' || item.kind === 'photo' ? 'wrong_kind' : undefined;
  const known = new Set(item.options.map(({ value }) => value));
  return condition.isOneOf.every((value) => known.has(value)) ? undefined : 'unknown_option';
}

function isInCircle(code: string, homes: ReadonlyMap<string, Home>): boolean {
  const seen = new Set<string>();
  let next = homes.get(code)?.item.showIf?.item;
  while (next !== undefined && !seen.has(next)) {
    if (next === code) return true;
    seen.add(next);
    next = homes.get(next)?.item.showIf?.item;
  }
  return false;
}
