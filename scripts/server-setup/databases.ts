import { readsSealed } from '#shared/access/permissions.ts';
import { ROLES, type HeldRole, type Role } from '#shared/access/roles.ts';
import { ACCESS_DESIGN_ID, validationSource } from '#shared/access/validation.ts';
import { canonicalJson } from '#shared/kernel/canonicalJson.ts';

import type { ServerClient } from './client.ts';
import type { Plan, PlannedOrg } from './plan.ts';
import type { Step } from './report.ts';

/** `_security` as the set-up keeps it; the validation reads the lists of devices. */
export type Security = {
  admins?: { names?: string[]; roles?: string[] };
  members?: { names?: string[]; roles?: string[] };
  revoked_devices?: string[];
  /** In `numbers` only: devices that may lease, and organisations whose devices need no approval. */
  approved_devices?: string[];
  automatic_orgs?: string[];
};
type PlannedDatabase = {
  readonly name: string;
  /** Who reads and, as far as the validation lets them, writes. */
  readonly roles: readonly string[];
  /** Who may change `_security`: approving and revoking devices. */
  readonly admins: readonly string[];
};

/** Few people may know who reported something: not the officers, not the heads, not the administrators. */
const SEALED_ROLES: readonly Role[] = [...ROLES.filter(readsSealed), 'backup'];
/** Who takes in what outside systems hand in, and they themselves. */
const INTAKE_ROLES: readonly Role[] = ['intake', 'clerk', 'squad_leader'];
const EVERYWHERE: readonly Role[] = ['supervisor', 'carrier', 'backup'];

/** The databases of a plan, the roles that may read each, and who keeps its lists of devices. */
export function databasesOf({ orgs, years }: Plan): readonly PlannedDatabase[] {
  const home = orgs.filter(({ brigade }) => brigade === true);
  const held = (roles: readonly Role[]): readonly HeldRole[] =>
    home.flatMap(({ org }) => roles.map((role): HeldRole => `${org}/${role}`));
  const allRoles = orgs.flatMap(rolesOf);
  const admins = held(['admin']);
  return [
    { name: 'bureau', roles: allRoles, admins },
    { name: 'numbers', roles: allRoles, admins },
    { name: 'brigade', roles: held(EVERYWHERE), admins },
    ...orgs.flatMap((org) => [
      ...namesOf(org, years).map((name) => ({ name, roles: [...rolesOf(org), ...held(EVERYWHERE)], admins })),
      // Who reported stands in it: outside systems write, and those who take reports in with their reporters read.
      {
        name: `intake-${org.org}`,
        roles: [...INTAKE_ROLES.map((role): HeldRole => `${org.org}/${role}`), ...held(['carrier', 'backup'])],
        admins: [],
      },
      {
        name: `sealed-${org.org}`,
        roles: [...SEALED_ROLES.map((role): HeldRole => `${org.org}/${role}`), ...held(['carrier', 'backup'])],
        admins: [],
      },
    ]),
  ];
}

function rolesOf({ org }: PlannedOrg): readonly HeldRole[] {
  // An outside system reads nothing but what was handed in.
  return ROLES.filter((role) => role !== 'intake').map((role): HeldRole => `${org}/${role}`);
}

function namesOf({ org }: PlannedOrg, years: readonly number[]): readonly string[] {
  return [
    `work-${org}`,
    ...years.flatMap((year) => [`case-${org}-${String(year)}`, `evidence-${org}-${String(year)}`]),
  ];
}

/** Makes the database where it is missing, with its rights and its validation. */
export async function setUpDatabase(client: ServerClient, database: PlannedDatabase): Promise<readonly Step[]> {
  return [
    await createDatabase(client, database.name),
    await setUpSecurity(client, database),
    await setUpValidation(client, database.name),
  ];
}

export async function createDatabase(client: ServerClient, name: string): Promise<Step> {
  const found = await client.expect([200, 404], 'GET', `/${name}`);
  if (found.status === 200) return { what: 'database', name, did: 'unchanged' };
  await client.expect([201, 202, 412], 'PUT', `/${name}`);
  return { what: 'database', name, did: 'created' };
}

/** Adds the plan's roles; what an administrator added, revoked devices included, stays. */
async function setUpSecurity(client: ServerClient, { name, roles, admins }: PlannedDatabase): Promise<Step> {
  return changeSecurity(client, name, (current) => ({
    ...current,
    admins: { names: [], ...current.admins, roles: union(current.admins?.roles, ['_admin', ...admins]) },
    members: { names: [], ...current.members, roles: union(current.members?.roles, roles) },
    revoked_devices: current.revoked_devices ?? [],
    ...(name === 'numbers' && { approved_devices: current.approved_devices ?? [] }),
  }));
}

/** Writes `_security` when the change makes a difference. */
export async function changeSecurity(
  client: ServerClient,
  name: string,
  change: (current: Security) => Security,
): Promise<Step> {
  const path = `/${name}/_security`;
  const current = (await client.expect([200], 'GET', path)).body as Security;
  const wanted = change(current);
  if (canonicalJson(current) === canonicalJson(wanted)) return { what: 'security', name, did: 'unchanged' };
  await client.expect([200], 'PUT', path, wanted);
  return { what: 'security', name, did: 'changed' };
}

function union(a: readonly string[] = [], b: readonly string[] = []): string[] {
  return [...new Set([...a, ...b])].sort();
}

async function setUpValidation(client: ServerClient, name: string): Promise<Step> {
  const path = `/${name}/${ACCESS_DESIGN_ID}`;
  const current = await client.expect([200, 404], 'GET', path);
  const wanted = { language: 'javascript', validate_doc_update: validationSource() };
  const { _rev, validate_doc_update } = current.body as { _rev?: string; validate_doc_update?: string };
  if (current.status === 200 && validate_doc_update === wanted.validate_doc_update)
    return { what: 'validation', name, did: 'unchanged' };
  await client.expect([201, 202], 'PUT', path, current.status === 200 ? { ...wanted, _rev } : wanted);
  return { what: 'validation', name, did: current.status === 200 ? 'changed' : 'created' };
}
