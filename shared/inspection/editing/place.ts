/**
 * Where something stands in a checklist, as faults name it: members and positions from 0 with points between them
 * (`sections.1.items.2.normal.max`). The empty place is the whole.
 */
export type Place = string;

type Parts = readonly string[];
type Changed<T> = (inner: T) => T;

/** The place of a member or of a position inside. */
export function inside(place: Place, ...members: readonly (string | number)[]): Place {
  return [...partsOf(place), ...members.map(String)].join('.');
}

/** True when the place is that one or inside of it. */
export function isWithin(place: Place, outer: Place): boolean {
  return outer === '' || place === outer || place.startsWith(`${outer}.`);
}

function partsOf(place: Place): Parts {
  return place === '' ? [] : place.split('.');
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
}

/** What stands at that place; undefined when nothing does. */
export function valueAt(whole: unknown, place: Place): unknown {
  return partsOf(place).reduce((value, part) => {
    const members = membersOf(value);
    return members !== undefined && Object.hasOwn(members, part) ? members[part] : undefined;
  }, whole);
}

/** With a member set, or taken out by `undefined`; the members on the way to it are made where they are missing. */
export function withValue<T>(whole: T, place: Place, value: unknown): T {
  return changed(whole, partsOf(place), () => value) as T;
}

/** With one more in the list at that place, at a position from 0; a missing list is made. */
export function withInserted<T>(whole: T, list: Place, at: number, value: unknown): T {
  return withList(whole, list, (values) => values.toSpliced(at, 0, value));
}

/** Without what stands at that position of a list. */
export function withoutAt<T>(whole: T, list: Place, at: number): T {
  return withList(whole, list, (values) => values.toSpliced(at, 1));
}

/** With one of a list at another position of it; what is out of the list's bounds changes nothing. */
export function withMoved<T>(whole: T, list: Place, from: number, to: number): T {
  return withList(whole, list, (values) => {
    if (values[from] === undefined || values[to] === undefined) return values;
    return values.toSpliced(from, 1).toSpliced(to, 0, values[from]);
  });
}

function withList<T>(whole: T, list: Place, change: Changed<readonly unknown[]>): T {
  return changed(whole, partsOf(list), (values) => change(Array.isArray(values) ? values : [])) as T;
}

function changed(value: unknown, [part, ...rest]: Parts, change: Changed<unknown>): unknown {
  if (part === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((one: unknown, at) => (String(at) === part ? changed(one, rest, change) : one));
  const { [part]: old, ...others } = membersOf(value) ?? {};
  const next = changed(old, rest, change);
  if (next === undefined) return others;
  // A member that is there keeps its position, so that what was not touched is the same text.
  return old === undefined ? { ...others, [part]: next } : { ...(value as object), [part]: next };
}
