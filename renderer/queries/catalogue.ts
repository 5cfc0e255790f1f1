import { useEffect, useState } from 'react';

import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { send } from '../data/client.ts';

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
