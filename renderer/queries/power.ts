import { powerOf } from '#shared/catalogue/powers.ts';

import { useCatalogue } from './catalogue.ts';
import { useSession } from './meta.ts';
import { useOrgs } from './orgs.ts';
import { useToday } from './useNow.ts';

type Place = { readonly division: string; readonly street: string };

/**
 * Names of the organisations that have power over the matter at the place today when the person's own has not; empty when
 * nobody on the list has. `undefined` when the own organisation has it, no matter is chosen, or it is not known yet.
 */
export function useOthersPower(matter: string, { division, street }: Place): readonly string[] | undefined {
  const powers = useCatalogue()?.powers;
  const org = useSession()?.org;
  const orgs = useOrgs();
  const on = useToday();
  if (powers === undefined || org === undefined || matter === '') return undefined;
  const answer = powerOf(powers, { org, matter, division, street, on });
  if (answer.has) return undefined;
  return answer.competent.map((id) => orgs.find((one) => one.org === id)?.name ?? id);
}
