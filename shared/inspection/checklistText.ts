import type { Checklist } from './checklist.ts';

/**
 * The one text of a checklist: keys in code-unit order, no spaces, numbers as ECMAScript writes them (RFC 8785). Unlike
 * `canonicalJson` it takes fractions, which limits of a number item may be.
 */
export function checklistText(checklist: Checklist): string {
  return JSON.stringify(checklist, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
