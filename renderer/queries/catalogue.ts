import { useEffect, useState } from 'react';

import { send } from '#renderer/data/client.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { useCatalogueVersion } from './meta.ts';
import { store } from './store.ts';

let cached: { readonly version: unknown; readonly answer: Promise<Catalogue | null> } | undefined;

/**
 * The catalogue, asked once per window and version of it: published checklists come while the app runs. `null` when it could
 * not be read (then the next call asks again).
 */
export async function readCatalogue(): Promise<Catalogue | null> {
  const version = (await store.meta.get('catalogueVersion'))?.value;
  if (cached === undefined || cached.version !== version) {
    const answer = send('catalogue.read', {}).then((said) => {
      if (said.ok) return said.value;
      cached = undefined;
      return null;
    });
    cached = { version, answer };
  }
  return cached.answer;
}

/** The catalogue; `undefined` while loading, `null` when it could not be read. The last one stays until a newer is here. */
export function useCatalogue(): Catalogue | null | undefined {
  const version = useCatalogueVersion();
  const [catalogue, setCatalogue] = useState<Catalogue | null>();
  useEffect(() => {
    let wanted = true;
    void readCatalogue().then((value) => {
      if (wanted) setCatalogue(value);
    });
    return () => {
      wanted = false;
    };
  }, [version]);
  return catalogue;
}

/** District and street of a site in words; the codes where the catalogue does not know them. */
export function placeOf(
  catalogue: Catalogue | null | undefined,
  site: { readonly division: string; readonly street: string },
): string {
  const division = catalogue?.divisions.find((known) => known.code === site.division);
  const street = division?.streets.find((known) => known.code === site.street);
  return `${division?.name ?? site.division}${street?.name ?? site.street}`;
}
