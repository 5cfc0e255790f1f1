import { useMemo, type ReactNode } from 'react';

import { borderText as words } from '#renderer/app/language/zh/position.ts';
import { LazyMap } from '#renderer/app/map/LazyMap.tsx';
import { boundsOf } from '#renderer/app/map/shapes.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { useAreas } from '#renderer/queries/areas.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';
import type { Register } from '#shared/catalogue/register.ts';
import { wgs84Of } from '#shared/geo/datum.ts';

import { bordersOf } from './borders.ts';
import classes from './sites.module.css';

/** The border of a thing on the map, with its position where it has one; nothing where it has no border. */
export function BorderPanel({ site, register }: { readonly site: SiteRow; readonly register: Register }): ReactNode {
  const areas = useAreas();
  const drawn = useMemo(() => (areas ?? []).flatMap((set) => set.areas), [areas]);
  const rings = useMemo(() => bordersOf(site, register), [site, register]);
  const { position } = site;
  const points = useMemo(() => (position === undefined ? [] : [{ ...wgs84Of(position), layer: 'sites' }]), [position]);
  if (rings.length === 0) return null;
  return (
    <Panel title={words.panel}>
      <div className={classes['border']}>
        {/* Another border is another map: it begins where that lies. */}
        <LazyMap
          key={String(rings)}
          label={words.panel}
          areas={drawn}
          zones={rings}
          points={points}
          start={boundsOf(rings.flat())}
        />
      </div>
    </Panel>
  );
}
