import type { Indicator, Programme } from './programme.ts';

/** One indicator that is other than before; `before` and `after` where it is in both or one of them. */
export type PlanChange =
  | { readonly is: 'added'; readonly after: Indicator }
  | { readonly is: 'removed'; readonly before: Indicator }
  | { readonly is: 'target' | 'changed'; readonly before: Indicator; readonly after: Indicator };

/** How the indicators of a plan differ from those of another: what is gone, what is new, then other targets and the rest. */
export function comparePlans(before: Programme, after: Programme): readonly PlanChange[] {
  const old = new Map(before.indicators.map((one) => [one.id, one]));
  const gone = before.indicators.filter(({ id }) => !after.indicators.some((one) => one.id === id));
  return [
    ...gone.map((one): PlanChange => ({ is: 'removed', before: one })),
    ...after.indicators.flatMap((one): PlanChange[] => {
      const was = old.get(one.id);
      if (was === undefined) return [{ is: 'added', after: one }];
      if (was.target !== one.target || was.direction !== one.direction || was.dueOn !== one.dueOn)
        return [{ is: 'target', before: was, after: one }];
      return JSON.stringify(sorted(was)) === JSON.stringify(sorted(one))
        ? []
        : [{ is: 'changed', before: was, after: one }];
    }),
  ];
}

function sorted(one: Indicator): unknown {
  return Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1));
}
