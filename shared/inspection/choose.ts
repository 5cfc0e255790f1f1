import { registersOf, type Checklist } from './checklist.ts';

/** The newest version of every checklist that is made for that register, its own ones before those of neighbours. */
export function checklistsFor(checklists: readonly Checklist[], register: string): readonly Checklist[] {
  const newest = new Map<string, Checklist>();
  for (const list of checklists) if ((newest.get(list.id)?.version ?? 0) < list.version) newest.set(list.id, list);
  const usable = [...newest.values()].filter((list) => registersOf(list).includes(register));
  return usable.sort((a, b) => registersOf(a).indexOf(register) - registersOf(b).indexOf(register));
}

/**
 * The one to start with when nobody chose: the only one that is made for that register first of all, else the only one that
 * may be used. Undefined when somebody has to choose, or when there is none.
 */
export function usualChecklist(checklists: readonly Checklist[], register: string): Checklist | undefined {
  const usable = checklistsFor(checklists, register);
  const own = usable.filter((list) => registersOf(list)[0] === register);
  const [only, ...others] = own.length > 0 ? own : usable;
  return others.length === 0 ? only : undefined;
}
