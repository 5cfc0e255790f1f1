import type { Hub } from '../../scripts/hub/start.ts';
import { demoPlan } from '../../scripts/server-setup/demoPlan.ts';
import { provision } from '../../scripts/server-setup/provision.ts';

const LETTERS = Array.from({ length: 16 }, (_, index) => String.fromCharCode(97 + index));

/** Sixteen more organisations on a hub of the demo: twenty in all. */
export async function addOrgs(hub: Hub): Promise<void> {
  const plan = demoPlan(Date.now());
  const [home, one] = plan.orgs;
  if (home === undefined || one === undefined) throw new Error('the demo has no organisations');
  const more = LETTERS.map((letter) => ({ ...one, org: `zz${letter}`, shortName: `示例${letter}` }));
  await provision(hub.adminUrl, { ...plan, orgs: [...plan.orgs, ...more], accounts: [], seeds: [] });
}
