import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Ring } from '#shared/geo/ring.ts';
import { readZone, wgs84Ring } from '#shared/geo/zone.ts';

import { inRegister } from './inRegister.ts';
import { store, useLive } from './store.ts';

/** A thing of a register that has a border, in WGS 84. */
export type ZoneEntry = { readonly id: string; readonly name: string; readonly text: string; readonly ring: Ring };

/** Every zone of every register that keeps borders, those that are done with left out; `undefined` while loading. */
export function useZones(catalogue: Catalogue | null | undefined): readonly ZoneEntry[] | undefined {
  const registers = (catalogue?.registers ?? []).filter(({ fields }) => fields.some(({ kind }) => kind === 'polygon'));
  return useLive(async () => {
    const rows = await Promise.all(registers.map(({ id }) => inRegister(store, id).toArray()));
    return registers.flatMap(({ fields, states }, index) => {
      const keys = fields.filter(({ kind }) => kind === 'polygon').map(({ id }) => id);
      const ended = new Set(states.filter(({ done }) => done === true).map(({ id }) => id));
      return (rows[index] ?? []).flatMap(({ id, name, address, state, fields: own = {} }) =>
        ended.has(state) ? [] : keys.flatMap((key) => zoneOf({ id, name, text: address }, own[key] ?? '')),
      );
    });
  }, [catalogue?.version]);
}

function zoneOf(entry: Omit<ZoneEntry, 'ring'>, text: string): readonly ZoneEntry[] {
  const zone = text === '' ? undefined : readZone(text);
  return zone?.ok === true ? [{ ...entry, ring: wgs84Ring(zone.value) }] : [];
}
