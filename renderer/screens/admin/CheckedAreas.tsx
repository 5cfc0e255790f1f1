import { Text } from '@mantine/core';
import { useEffect, useMemo, useState, type ReactNode } from 'react';

import { areaLevels, areasText as words } from '#renderer/app/language/zh/areas.ts';
import { LazyMap } from '#renderer/app/map/LazyMap.tsx';
import { boundsOf } from '#renderer/app/map/shapes.ts';
import { PublishVersion } from '#renderer/app/publishing/PublishVersion.tsx';
import { newestVersion, useAreas } from '#renderer/queries/areas.ts';
import { areaM2, areaSetText, placedAreas, type AreaSet } from '#shared/geo/area.ts';
import { showArea } from '#shared/geo/zone.ts';

import classes from './areas.module.css';

type Props = {
  readonly set: Omit<AreaSet, 'schema' | 'version'>;
  readonly onPublished: (level: AreaSet['level'], version: number) => void;
};

/** Areas without faults: how they lie on the map, how large they are, and their publication. */
export function CheckedAreas({ set, onPublished }: Props): ReactNode {
  const { level, crs, areas, source } = set;
  const version = useNextVersion(level);
  const placed = useMemo(
    () => placedAreas({ schema: 'xunzhi.areas.v1', version: 1, source: '-', level, crs, areas }),
    [level, crs, areas],
  );
  const corners = areas.flatMap(({ polygons }) => polygons.flat(2));
  const whole = placed.reduce((sum, area) => sum + areaM2(area), 0);
  return (
    <>
      <Text role="status" fw={600} c="var(--xz-good)">
        {words.sound(areas.length, corners.length, showArea(whole))}
      </Text>
      <div className={classes['preview']}>
        <LazyMap
          label={words.preview}
          areas={placed}
          start={boundsOf(placed.flatMap(({ polygons }) => polygons.flat(2)))}
        />
      </div>
      <ul className={classes['areas']} aria-label={words.list}>
        {placed.map((area) => (
          <li key={area.code}>
            {area.name} <span className={classes['facts']}>{`${area.code} · ${showArea(areaM2(area))}`}</span>
          </li>
        ))}
      </ul>
      <PublishVersion
        command="areas.publish"
        text={() => areaSetText({ schema: 'xunzhi.areas.v1', level, version, crs, source, areas })}
        title={words.publishTitle(areaLevels[level], version)}
        words={words}
        disabled={source === ''}
        my={0}
        onPublished={() => onPublished(level, version)}
      />
    </>
  );
}

/** The version that the next areas of a level get; it moves when somebody else's arrive. */
function useNextVersion(level: AreaSet['level']): number {
  const inUse = useAreas();
  const [version, setVersion] = useState(1);
  useEffect(() => {
    let wanted = true;
    void newestVersion(level).then((newest) => {
      if (wanted) setVersion(newest + 1);
    });
    return () => {
      wanted = false;
    };
  }, [level, inUse]);
  return version;
}
