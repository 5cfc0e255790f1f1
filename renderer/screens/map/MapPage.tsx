import { Chip, Group } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';

import { mapText as words } from '#renderer/app/language/zh/map.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { EmptyNote, LoadingState } from '#renderer/components/states.tsx';

import { MapCanvas } from './MapCanvas.tsx';
import type { View } from './MapView.ts';
import { NearList } from './NearList.tsx';
import classes from './map.module.css';
import { nearest } from './near.ts';
import { LAYERS, usePoints, type Layer, type MapPoint } from './usePoints.ts';

/** Everything with a position: on the map, and as a list of what is in view, the nearest to its middle first. */
export function MapPage(): ReactNode {
  const [layers, setLayers] = useState<readonly Layer[]>(['sites', 'openCases']);
  const points = usePoints(layers);
  const [view, setView] = useState<View>();
  const [picked, setPicked] = useState<MapPoint>();
  const inView = useMemo(
    () => (points === undefined || view === undefined ? [] : nearest(points, view)),
    [points, view],
  );
  return (
    <div className={classes['page']}>
      <PageHeader title={words.title} subtitle={words.lead} />
      <div className={classes['sides']}>
        <aside className={classes['side']} aria-label={words.near}>
          <Chip.Group
            multiple
            value={[...layers]}
            onChange={(value) => setLayers(LAYERS.filter((one) => value.includes(one)))}
          >
            <Group gap="xs" role="group" aria-label={words.layers}>
              {LAYERS.map((layer) => (
                <Chip key={layer} value={layer} size="lg" classNames={{ label: classes['chip'] ?? '' }}>
                  {words[layer]}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          {points === undefined ? (
            <LoadingState />
          ) : (
            <>
              <p role="status" className={classes['count']}>
                {words.count(inView.length, points.length)}
              </p>
              {points.length === 0 ? (
                <EmptyNote title={words.nowhere} text={words.nowhereText} />
              ) : (
                <NearList points={inView} picked={picked} />
              )}
            </>
          )}
        </aside>
        <MapCanvas points={points ?? NOTHING} onMove={setView} onPick={setPicked} />
      </div>
    </div>
  );
}

const NOTHING: readonly MapPoint[] = [];
