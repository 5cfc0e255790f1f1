import { ROLES, type HeldRole } from '#shared/access/roles.ts';
import { ACCESS_DESIGN_ID, validationSource } from '#shared/access/validation.ts';
import { canonicalJson } from '#shared/kernel/canonicalJson.ts';

import type { ServerClient } from './client.ts';
import type { Plan, PlannedOrg } from './plan.ts';
import type { Step } from './report.ts';

type Security = {
  admins?: { names?: string[]; roles?: string[] };
  members?: { names?: string[]; roles?: string[] };
  revoked_devices?: string[];
};
type PlannedDatabase = { readonly name: string; readonly roles: readonly string[] };

/** The databases of a plan and the roles that may read each. */
export function databasesOf({ orgs, years }: Plan): readonly PlannedDatabase[] {
  const everywhere = orgs
    .filter(({ brigade }) => brigade === true)
    .flatMap(({ org }) => [`${org}/supervisor`, `${org}/carrier`]);
  const allRoles = orgs.flatMap(rolesOf);
  return [
    { name: 'bureau', roles: allRoles },
    { name: 'numbers', roles: allRoles },
    { name: 'brigade', roles: everywhere },
    ...orgs.flatMap((org) => namesOf(org, years).map((name) => ({ name, roles: [...rolesOf(org), ...everywhere] }))),
  ];
}

function rolesOf({ org }: PlannedOrg): readonly HeldRole[] {
  return ROLES.map((role): HeldRole => `${org}/${role}`);
}

function namesOf({ org }: PlannedOrg, years: readonly number[]): readonly string[] {
  return [
    `work-${org}`,
    ...years.flatMap((year) => [`case-${org}-${String(year)}`, `evidence-${org}-${String(year)}`]),
  ];
}

export async function setUpDatabase(client: ServerClient, { name, roles }: PlannedDatabase): Promise<readonly Step[]> {
  return [
    await createDatabase(client, name),
    await setUpSecurity(client, name, roles),
    await setUpValidation(client, name),
  ];
}

export async function createDatabase(client: ServerClient, name: string): Promise<Step> {
  const found = await client.expect([200, 404], 'GET', `/${name}`);
  if (found.status === 200) return { what: 'database', name, did: 'unchanged' };
  await client.expect([201, 202, 412], 'PUT', `/${name}`);
  return { what: 'database', name, did: 'created' };
}

/** Adds the plan's roles; what an administrator added, revoked devices included, stays. */
async function setUpSecurity(client: ServerClient, name: string, roles: readonly string[]): Promise<Step> {
  const path = `/${name}/_security`;
  const current = (await client.expect([200], 'GET', path)).body as Security;
  const wanted: Security = {
    ...current,
    admins: { names: [], ...current.admins, roles: union(current.admins?.roles, ['_admin']) },
    members: { names: [], ...current.members, roles: union(current.members?.roles, roles) },
    revoked_devices: current.revoked_devices ?? [],
  };
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
