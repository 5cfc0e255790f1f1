import { userCardField } from '#shared/access/directory.ts';

import { useSession } from './meta.ts';
import { store, useLive } from './store.ts';

/** Who can be sent: squads and people of the own organisation by their cards. */
export type Teams = {
  readonly teams: readonly string[];
  readonly people: readonly { readonly user: string; readonly name: string }[];
};

/** The squads of the own organisation, and everybody who belongs to one. */
export function useReportTeams(): Teams {
  const org = useSession()?.org;
  const rows = useLive(() => store.directory.where('id').startsWith('user:').toArray(), []);
  const cards = (rows ?? []).flatMap(({ doc }) => {
    const card = userCardField.safeParse(doc);
    return card.success && card.data.org === org && card.data.team !== undefined ? [card.data] : [];
  });
  return {
    teams: [...new Set(cards.flatMap(({ team }) => team ?? []))].sort(),
    people: cards.map(({ user, name }) => ({ user, name })),
  };
}
