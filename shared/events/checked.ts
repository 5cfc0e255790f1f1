/**
 * The data of events that the schema of their type accepted in this run. Events are never changed, so what was checked
 * once need not be parsed again; a copy of an event is another object and is.
 */
const checked = new WeakSet<object>();

/** Notes that the schema of the event's type accepted its data; answers the same event. */
export function noteChecked<T extends object>(event: T): T {
  checked.add(event);
  return event;
}

/** True for exactly the objects that were noted. */
export function isChecked(event: object): boolean {
  return checked.has(event);
}
