import { z } from 'zod';

import { GROUPS } from '#renderer/queries/caseLines/groups.ts';
import { ALL_CASES, FAMILIES, type ListFilter } from '#renderer/queries/caseLines/question.ts';

/** Procedures in the order in which the filter offers them. */
export const PROCEDURES = ['correction', 'ordinary', 'spot', 'structure'] as const;

/** A set of filters with a name. */
export type SavedView = { readonly name: string; readonly filter: ListFilter };

/** How many views a person may keep: they stand in one or two lines above the list. */
export const MOST_VIEWS = 12;
/** Longest name of a view. */
export const LONGEST_NAME = 20;

const dateField = z.string().regex(/^$|^\d{4}-\d{2}-\d{2}$/);
const filterField = z.object({
  text: z.string(),
  show: z.enum(['all', 'todo', ...GROUPS]),
  procedure: z.enum(['', ...PROCEDURES]),
  family: z.enum(['', ...FAMILIES]),
  officer: z.string(),
  from: dateField,
  to: dateField,
  overdue: z.boolean(),
  sort: z.enum(['urgent', 'newest']),
});
const contentField = z.object({ form: z.literal('views.v1'), views: z.array(z.unknown()) });
const viewField = z.object({ name: z.string().min(1), filter: filterField });

/** The views as they were kept. One that this version cannot read (of a newer one) is left out. */
export function parseViews(content: unknown): readonly SavedView[] {
  const parsed = contentField.safeParse(content);
  if (!parsed.success) return [];
  return parsed.data.views.flatMap((one) => {
    const view = viewField.safeParse(one);
    return view.success ? [view.data] : [];
  });
}

/** What is kept. */
export function viewsContent(views: readonly SavedView[]): { readonly form: 'views.v1'; readonly views: unknown } {
  return { form: 'views.v1', views };
}

/** With a view more, or in the place of the one of that name; `full` when there is no room. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] | 'full' {
  if (views.some(({ name }) => name === view.name)) return views.map((one) => (one.name === view.name ? view : one));
  return views.length >= MOST_VIEWS ? 'full' : [...views, view];
}

/** True when the list is narrowed just like that. */
export function isSameFilter(a: ListFilter, b: ListFilter): boolean {
  return (Object.keys(ALL_CASES) as (keyof ListFilter)[]).every((key) => a[key] === b[key]);
}
