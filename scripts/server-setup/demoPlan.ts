import { DEMO_ACCOUNTS, DEMO_ORGS } from './demoPeople.ts';
import { demoRecovery } from './demoRecovery.ts';
import { demoSeeds } from './demoSites.ts';
import { APP_ORIGIN, yearsAt, type Plan } from './plan.ts';

/** The demo bureau: four organisations, ten accounts, twelve shops, all marked 示例. */
export function demoPlan(nowMs: number): Plan {
  return {
    orgs: DEMO_ORGS,
    accounts: DEMO_ACCOUNTS,
    years: yearsAt(nowMs),
    origins: [APP_ORIGIN],
    seeds: demoSeeds(),
    recovery: demoRecovery(),
  };
}
