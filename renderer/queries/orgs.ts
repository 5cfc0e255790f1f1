import { orgCardField } from '#shared/access/directory.ts';

import { store, useLive } from './store.ts';

/** An organisation of the bureau as lists name it. */
export type OrgName = { readonly org: string; readonly name: string };

/** Every organisation of the bureau that this device knows. */
export function useOrgs(): readonly OrgName[] {
  const rows = useLive(() => store.directory.where('id').startsWith('org:').toArray(), []) ?? [];
  return rows.flatMap(({ doc }) => {
    const card = orgCardField.safeParse(doc);
    return card.success ? [{ org: card.data.org, name: card.data.name }] : [];
  });
}
