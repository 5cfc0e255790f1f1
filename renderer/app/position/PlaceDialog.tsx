import { Button, Group, Modal, Text } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';

import { useAreas } from '#renderer/queries/areas.ts';
import type { Position } from '#shared/events/fields.ts';
import { areasAt } from '#shared/geo/area.ts';
import { wgs84Of, type LonLat } from '#shared/geo/datum.ts';

import { common } from '../language/zh/common.ts';
import { placeText as words } from '../language/zh/position.ts';
import { LazyMap } from '../map/LazyMap.tsx';
import type { View } from '../map/MapView.ts';
import { tapAccuracyMm } from '../map/accuracy.ts';
import { positionText } from '../positionText.ts';

import classes from './place.module.css';

type Props = {
  readonly position: Position | undefined;
  readonly onPick: (position: Position) => void;
  readonly onClose: () => void;
};

/** About 200 m to each side of what is there already. */
const AROUND_DEGREES = 0.002;

/** Asks for a place on the map: by a tap, or with the keyboard by moving the map and taking its middle. */
export function PlaceDialog({ position, onPick, onClose }: Props): ReactNode {
  const areas = useAreas();
  const drawn = useMemo(() => (areas ?? []).flatMap((set) => set.areas), [areas]);
  const [view, setView] = useState<View>();
  const [found, setFound] = useState(position);
  const take = (place: LonLat): void => {
    const accuracyMm = tapAccuracyMm(view?.zoom ?? 0, place.lat);
    const [lonE7, latE7] = [Math.round(place.lon * 1e7), Math.round(place.lat * 1e7)];
    setFound({ lonE7, latE7, crs: 'WGS84', source: 'map', accuracyMm });
  };
  const at = useMemo(() => (found === undefined ? undefined : wgs84Of(found)), [found]);
  const points = useMemo(() => (at === undefined ? [] : [{ ...at, layer: 'place' }]), [at]);
  const names = at === undefined ? [] : areasAt(drawn, at).map(({ name }) => name);
  const [start] = useState(() => (at === undefined ? undefined : around(at)));
  return (
    <Modal opened onClose={onClose} title={words.title} size="80rem">
      <div className={classes['map']}>
        <LazyMap label={words.map} areas={drawn} points={points} start={start} onMove={setView} onTap={take} />
      </div>
      <Text mt="sm" role="status">
        {found === undefined ? words.hint : [positionText(found), ...names].join(' · ')}
      </Text>
      <Text c="dimmed">{words.accuracyHint}</Text>
      <Group justify="flex-end" mt="md">
        <Button
          variant="default"
          mr="auto"
          disabled={view === undefined}
          leftSection={<IconCurrentLocation size={20} aria-hidden />}
          onClick={() => view !== undefined && take(view)}
        >
          {words.middle}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button disabled={found === undefined} onClick={() => found !== undefined && onPick(found)}>
          {words.use}
        </Button>
      </Group>
    </Modal>
  );
}

function around({ lon, lat }: LonLat): [number, number, number, number] {
  return [lon - AROUND_DEGREES, lat - AROUND_DEGREES, lon + AROUND_DEGREES, lat + AROUND_DEGREES];
}
