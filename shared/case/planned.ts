/** Instants that lie ahead and have to be said; of what happened one that is left out is now. */
const PLANNED: ReadonlySet<string> = new Set(['heldAt', 'startAt', 'endAt']);

/** True for a member of an act that names a time to come: of a hearing, of a demolition. */
export function isPlanned(member: string): boolean {
  return PLANNED.has(member);
}
