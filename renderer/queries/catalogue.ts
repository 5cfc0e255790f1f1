import { useEffect, useState } from 'react';

import { send } from '#renderer/data/client.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

let cached: Promise<Catalogue | null> | undefined;

/** The catalogue, asked once per window; `null` when it could not be read (then the next call asks again). */
export function readCatalogue(): Promise<Catalogue | null> {
  cached ??= send('catalogue.read', {}).then((answer) => {
    if (answer.ok) return answer.value;
    cached = undefined;
    return null;
  });
  return cached;
}

/** The catalogue; `undefined` while loading, `null` when it could not be read. */
export function useCatalogue(): Catalogue | null | undefined {
  const [catalogue, setCatalogue] = useState<Catalogue | null>();
  useEffect(() => {
    let wanted = true;
    void readCatalogue().then((value) => {
      if (wanted) setCatalogue(value);
    });
    return () => {
      wanted = false;
    };
  }, []);
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
