import { ActionIcon } from '@mantine/core';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { mapText as words } from '#renderer/app/language/zh/map.ts';
import { ErrorState } from '#renderer/components/states.tsx';

import { MapView, type View } from './MapView.ts';
import classes from './map.module.css';
import type { Layer, MapPoint } from './usePoints.ts';

/** Inks of the points by layer; the list names the layer as well. */
const COLOURS: Readonly<Record<Layer, string>> = { sites: '#1d6b35', openCases: '#b3261e', endedCases: '#66767d' };

type Props = {
  readonly points: readonly MapPoint[];
  readonly onMove: (view: View) => void;
  readonly onPick: (point: MapPoint) => void;
};

/** The map itself with its buttons; where the machine cannot draw it, it says so and the list goes on. */
export function MapCanvas({ points, onMove, onPick }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<MapView>(undefined);
  const now = useRef({ points, onMove, onPick });
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    now.current = { points, onMove, onPick };
  });
  useEffect(() => {
    if (place.current === null) return undefined;
    try {
      view.current = new MapView(place.current, COLOURS, {
        moved: (seen) => now.current.onMove(seen),
        picked: (index) => {
          const point = now.current.points[index];
          if (point !== undefined) now.current.onPick(point);
        },
      });
    } catch {
      // The engine's one reason to refuse: no WebGL. Said after this drawing, not within it.
      const saying = setTimeout(() => setFailed(true));
      return () => {
        clearTimeout(saying);
      };
    }
    return () => {
      view.current?.end();
      view.current = undefined;
    };
  }, []);
  useEffect(() => view.current?.setPoints(points), [points]);
  if (hasFailed) return <ErrorState what={words.failed} todo={words.failedText} />;
  return (
    <div className={classes['frame']}>
      <div ref={place} className={classes['map']} role="region" aria-label={words.label} />
      <div className={classes['buttons']}>
        <ActionIcon size={48} variant="default" aria-label={words.zoomIn} onClick={() => view.current?.zoomBy(1)}>
          <IconPlus size={24} aria-hidden />
        </ActionIcon>
        <ActionIcon size={48} variant="default" aria-label={words.zoomOut} onClick={() => view.current?.zoomBy(-1)}>
          <IconMinus size={24} aria-hidden />
        </ActionIcon>
        <ActionIcon size={48} variant="default" aria-label={words.showAll} onClick={() => view.current?.showAll()}>
          <IconArrowsMaximize size={24} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}
