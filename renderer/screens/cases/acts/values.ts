/** What a form holds: texts as typed, flags, lists of photos and rows, groups. */
export type Values = Readonly<Record<string, unknown>>;

/** A text as typed. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
