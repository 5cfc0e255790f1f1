import { ServerClient } from './client.ts';
import { createDatabase, databasesOf, setUpDatabase } from './databases.ts';
import { setUpDevices } from './devices.ts';
import { setUpAccount, setUpOrgCard, setUpUserCard } from './people.ts';
import type { Plan } from './plan.ts';
import { setUpRecoveryCard } from './recovery.ts';
import type { Step } from './report.ts';
import { bringSeeds } from './seeds.ts';
import { setUpServer } from './settings.ts';

/**
 * Gives a CouchDB 3.x or the embedded hub everything a plan names, and changes nothing that is already so. `url` carries
 * the administrator's name and password. Throws a `SetupError`; what was done until then stays and a next run goes on.
 */
export async function provision(
  url: string,
  plan: Plan,
  fetchFunction: typeof fetch = fetch,
): Promise<readonly Step[]> {
  const client = new ServerClient(url, fetchFunction);
  await client.assertAdministrator();
  const steps: Step[] = [...(await setUpServer(client, plan.origins)), await createDatabase(client, '_users')];
  for (const database of databasesOf(plan)) steps.push(...(await setUpDatabase(client, database)));
  if (plan.recovery !== undefined) steps.push(await setUpRecoveryCard(client, plan.recovery));
  for (const org of plan.orgs) steps.push(await setUpOrgCard(client, org));
  for (const account of plan.accounts) {
    steps.push(await setUpAccount(client, account));
    steps.push(await setUpUserCard(client, account));
  }
  return [...steps, ...(await bringSeeds(client, plan)), ...(await setUpDevices(client))];
}
