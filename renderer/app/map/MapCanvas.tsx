import { ActionIcon } from '@mantine/core';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { useCatalogue } from '#renderer/queries/catalogue.ts';
import type { PlacedArea } from '#shared/geo/area.ts';
import type { LonLat } from '#shared/geo/datum.ts';
import type { Ring } from '#shared/geo/ring.ts';

import { ErrorState } from '../../components/states.tsx';
import { mapText as words } from '../language/zh/map.ts';

import { MapView, type Dot, type View } from './MapView.ts';
import classes from './mapCanvas.module.css';
import type { Ground } from './mapStyle.ts';
import type { Drawing } from './shapes.ts';

/** Inks of the points by layer; what the points are is also said beside the map. */
const COLOURS: Readonly<Record<string, string>> = {
  ...{ sites: '#1d6b35', openCases: '#b3261e', endedCases: '#66767d', place: '#0b5464' },
};
const NOTHING: readonly never[] = [];
const NO_DRAWING: Drawing = { corners: [], isClosed: false };

type Props<T extends Dot> = {
  readonly label: string;
  readonly points?: readonly T[];
  readonly areas?: readonly PlacedArea[];
  readonly zones?: readonly Ring[];
  readonly drawing?: Drawing;
  /** West, south, east, north in degrees: what is in view at first. */
  readonly start?: [number, number, number, number] | undefined;
  readonly onMove?: (view: View) => void;
  readonly onPick?: (point: T) => void;
  /** Where there is one, a tap is a place and picks no point. */
  readonly onTap?: ((place: LonLat) => void) | undefined;
};

/** The map itself with its buttons; where the machine cannot draw it, it says so and what stands beside it goes on. */
export function MapCanvas<T extends Dot>(props: Props<T>): ReactNode {
  const { label, points = NOTHING, areas = NOTHING, zones = NOTHING, drawing = NO_DRAWING } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<MapView>(undefined);
  const now = useRef(props);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    now.current = props;
  });
  const catalogue = useCatalogue();
  const isKnown = catalogue !== undefined;
  const ground = catalogue?.settings.tiles;
  // By what it says: the catalogue is another object with each version of it.
  const groundKey = ground === undefined ? '' : JSON.stringify(ground);
  useEffect(() => {
    if (place.current === null || !isKnown) return undefined;
    try {
      const look = {
        colours: COLOURS,
        ground: groundKey === '' ? undefined : (JSON.parse(groundKey) as Ground),
      };
      view.current = new MapView(place.current, look, {
        moved: (seen) => now.current.onMove?.(seen),
        tapped: (at) => {
          now.current.onTap?.(at);
          return now.current.onTap !== undefined;
        },
        picked: (index) => {
          const point = now.current.points?.[index];
          if (point !== undefined) now.current.onPick?.(point);
        },
      });
      if (now.current.start !== undefined) view.current.fit(now.current.start);
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
  }, [isKnown, groundKey]);
  useEffect(() => view.current?.setPoints(points), [points, isKnown, groundKey]);
  useEffect(() => view.current?.setAreas(areas), [areas, isKnown, groundKey]);
  useEffect(() => view.current?.setZones(zones), [zones, isKnown, groundKey]);
  useEffect(() => view.current?.setDrawing(drawing), [drawing, isKnown, groundKey]);
  if (hasFailed) return <ErrorState what={words.failed} todo={words.failedText} />;
  return (
    <div className={classes['frame']} data-taps={props.onTap === undefined ? undefined : true}>
      <div ref={place} className={classes['map']} role="region" aria-label={label} />
      {ground !== undefined && <p className={classes['attribution']}>{ground.attribution}</p>}
      <div className={classes['buttons']}>
        <ActionIcon size={48} variant="default" aria-label={words.zoomIn} onClick={() => view.current?.zoomBy(1)}>
          <IconPlus size={24} aria-hidden />
        </ActionIcon>
        <ActionIcon size={48} variant="default" aria-label={words.zoomOut} onClick={() => view.current?.zoomBy(-1)}>
          <IconMinus size={24} aria-hidden />
        </ActionIcon>
        {points.length + drawing.corners.length > 0 && (
          <ActionIcon size={48} variant="default" aria-label={words.showAll} onClick={() => view.current?.showAll()}>
            <IconArrowsMaximize size={24} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </div>
  );
}
