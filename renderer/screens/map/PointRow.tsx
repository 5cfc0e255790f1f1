import type { ReactNode } from 'react';

import { LinkRow } from '#renderer/components/LinkRow.tsx';

import type { MapPoint } from './usePoints.ts';

type Props = { readonly point: MapPoint; readonly before?: string | undefined; readonly aside?: ReactNode };

/** A record on the map as a line that leads to it. */
export function PointRow({ point, before, aside }: Props): ReactNode {
  return (
    <LinkRow
      href={point.layer === 'sites' ? `/sites/${point.id}` : `/cases/${point.id}`}
      title={point.title}
      text={before === undefined ? point.text : `${before} · ${point.text}`}
      aside={aside}
    />
  );
}
