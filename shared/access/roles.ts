/**
 * Roles an account can hold, beside the server's own administrators. `carrier` moves other people's documents between
 * servers and from bundles; `backup` reads everything and writes nothing; `intake` is an outside system that hands reports in
 * and reads nothing else. None of them has screens.
 */
export const ROLES = [
  'officer',
  'assistant',
  'squad_leader',
  'clerk',
  'legal_reviewer',
  'brigade_leader',
  'agency_head',
  'supervisor',
  'admin',
  'carrier',
  'backup',
  'intake',
] as const;
/** See `ROLES`. */
export type Role = (typeof ROLES)[number];

/** A role held in an organisation, as CouchDB stores it: `<org>/<role>`. */
export type HeldRole = `${string}/${Role}`;

/** Splits `<org>/<role>`; undefined when the text is no such role. */
export function parseHeldRole(text: string): { readonly org: string; readonly role: Role } | undefined {
  const [org, name, rest] = text.split('/');
  const role = ROLES.find((known) => known === name);
  return org === undefined || org === '' || role === undefined || rest !== undefined ? undefined : { org, role };
}
