import type { ChinaDate } from '../kernel/chinaTime.ts';

import type { TaskState } from './fold.ts';

/** Who looks: account and team. */
export type Person = { readonly user: string; readonly org: string; readonly team?: string | undefined };

/** How urgent a running task is. `near`: its last day is one of the next two; `ahead`: it has not begun. */
export type TaskTurn = 'overdue' | 'today' | 'near' | 'later' | 'ahead';

const NEAR_DAYS = 2;
const DAY_MS = 24 * 60 * 60 * 1000;

/** True when the task is the person's to do: by name, or by a team that nobody took it from. */
export function isFor({ assignees, team, org }: TaskState, person: Person): boolean {
  if (org !== person.org) return false;
  return assignees.includes(person.user) || (team !== undefined && team === person.team);
}

/** How urgent it is on that day; a task without a plan is none. */
export function turnOf({ plan }: TaskState, today: ChinaDate): TaskTurn {
  if (plan === undefined) return 'later';
  if (plan.to <= today) return plan.to < today ? 'overdue' : 'today';
  if (plan.from > today) return 'ahead';
  return Date.parse(plan.to) - Date.parse(today) <= NEAR_DAYS * DAY_MS ? 'near' : 'later';
}

/** Those that run, the longest overdue first, then by their last day. Pure. */
export function inTurn<T extends TaskState>(tasks: readonly T[]): readonly T[] {
  const running = tasks.filter(({ state, plan }) => state === 'open' && plan !== undefined);
  return running.sort((a, b) => orderKey(a).localeCompare(orderKey(b), 'en'));
}

function orderKey({ plan, id }: TaskState): string {
  return `${plan?.to ?? ''} ${plan?.from ?? ''} ${id}`;
}
