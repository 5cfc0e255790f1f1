import { Button } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';

import { mapText as words } from '#renderer/app/language/zh/map.ts';
import { DrawTools } from '#renderer/app/map/DrawTools.tsx';
import type { DrawingDesk } from '#renderer/app/map/useDrawing.ts';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { EmptyNote } from '#renderer/components/states.tsx';
import { useMayWrite } from '#renderer/queries/role.ts';
import { zoneText } from '#shared/geo/zone.ts';

import { PointRow } from './PointRow.tsx';
import classes from './map.module.css';
import { pointsIn } from './near.ts';
import type { MapPoint } from './usePoints.ts';

type Props = { readonly desk: DrawingDesk; readonly points: readonly MapPoint[] };

/** Lines that are drawn of what is inside; all of it is counted. */
const SHOWN = 100;

/** The tools for drawing, and what lies in what was drawn; it can become a zone of the register. */
export function ZoneSide({ desk, points }: Props): ReactNode {
  const { drawing, areaM2 } = desk;
  const registers = useMayWrite('site.registered');
  const isSound = areaM2 !== undefined;
  const within = useMemo(
    () => (isSound ? pointsIn(points, drawing.corners).filter(({ layer }) => layer !== 'endedCases') : []),
    [isSound, points, drawing.corners],
  );
  const sites = within.filter(({ layer }) => layer === 'sites').length;
  const zone = encodeURIComponent(zoneText({ crs: 'WGS84', ring: drawing.corners }));
  return (
    <>
      <DrawTools desk={desk} />
      {isSound && registers && (
        <div>
          <Button component={Link} href={`/sites/new?register=stall-zone&zone=${zone}`} variant="default">
            {words.keepZone}
          </Button>
        </div>
      )}
      {isSound && (
        <p role="status" className={classes['count']}>
          {words.within(sites, within.length - sites)}
        </p>
      )}
      {isSound && within.length === 0 && <EmptyNote title={words.nothingWithin} text={words.nothingWithinText} />}
      {within.length > 0 && (
        <LinkList label={words.withinList}>
          {within.slice(0, SHOWN).map((point) => (
            <PointRow key={`${point.layer}${point.id}`} point={point} />
          ))}
        </LinkList>
      )}
    </>
  );
}
