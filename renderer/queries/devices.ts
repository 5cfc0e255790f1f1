import { useEffect, useState } from 'react';

import { send } from '#renderer/data/client.ts';
import { deviceStanding, type DeviceStanding } from '#shared/access/device.ts';
import { deviceCardField, orgCardField, type DeviceCard, type OrgCard } from '#shared/access/directory.ts';

import { useDeviceId, useSession } from './meta.ts';
import { store, useLive } from './store.ts';

/** A device with how it stands; `automatic` when its organisation approves without asking. */
export type DeviceView = {
  readonly card: DeviceCard;
  readonly standing: DeviceStanding;
  readonly automatic: boolean;
};
/** When a device was last at the server, by its id. */
export type LastSeen = Readonly<Record<string, { readonly at: string; readonly user: string }>>;

/** This device, and why it stands so; `undefined` while loading. */
export function useOwnDevice():
  { readonly standing: DeviceStanding; readonly id: string; readonly reason: string } | undefined {
  const id = useDeviceId();
  const org = useSession()?.org;
  return useLive(async () => {
    const [card, orgCard] = await store.directory.bulkGet([`device:${id ?? ''}`, `org:${org ?? ''}`]);
    const device = deviceCardField.safeParse(card?.doc).data;
    const standing = deviceStanding(device, orgCardField.safeParse(orgCard?.doc).data);
    return { standing, id: id ?? '', reason: device?.revokedReason ?? '' };
  }, [id, org]);
}

/** Every device of the bureau, newest request first; `undefined` while loading. */
export function useDevices(): readonly DeviceView[] | undefined {
  return useLive(async () => {
    const orgRows = await store.directory.where('id').startsWith('org:').toArray();
    const orgs = new Map<string, OrgCard>();
    for (const { doc } of orgRows) {
      const org = orgCardField.safeParse(doc);
      if (org.success) orgs.set(org.data.org, org.data);
    }
    const rows = await store.directory.where('id').startsWith('device:').toArray();
    return rows
      .flatMap(({ doc }) => deviceCardField.safeParse(doc).data ?? [])
      .sort((a, b) => (a.registeredAt < b.registeredAt ? 1 : -1))
      .map((card): DeviceView => {
        const org = orgs.get(card.org);
        return { card, standing: deviceStanding(card, org), automatic: org?.approveDevices === 'automatic' };
      });
  }, []);
}

/** Asks the server when the given devices were last there; `undefined` until it answered, and without a connection. */
export function useLastSeen(devices: readonly string[]): LastSeen | undefined {
  const [seen, setSeen] = useState<LastSeen>();
  const wanted = devices.slice(0, 200).join(' ');
  useEffect(() => {
    let current = true;
    const asked = wanted === '' ? [] : wanted.split(' ');
    void send('device.lastSeen', { devices: asked }).then((answer) => {
      if (current && answer.ok) setSeen(answer.value);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  return seen;
}
