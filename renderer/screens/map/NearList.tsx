import type { ReactNode } from 'react';

import { mapText as words } from '#renderer/app/language/zh/map.ts';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyNote } from '#renderer/components/states.tsx';
import { areasAt, type PlacedArea } from '#shared/geo/area.ts';

import { PointRow } from './PointRow.tsx';
import type { MapPoint, Near } from './near.ts';

/** Lines that are drawn: nobody walks farther down the list than that. */
const SHOWN = 40;

type Props = {
  readonly points: readonly Near[];
  readonly picked: MapPoint | undefined;
  readonly areas: readonly PlacedArea[];
};

/** What is in view as a list, with the smallest area that has it; what was tapped on the map stands first. */
export function NearList({ points, picked, areas }: Props): ReactNode {
  const first = points.find(({ point }) => point === picked);
  const shown = [...(first === undefined ? [] : [first]), ...points.filter((one) => one !== first)].slice(0, SHOWN);
  if (shown.length === 0) return <EmptyNote title={words.empty} text={words.emptyText} />;
  return (
    <LinkList label={words.near}>
      {shown.map(({ point, metres }) => (
        <PointRow
          key={`${point.layer}${point.id}`}
          point={point}
          before={[words.metres(metres), areasAt(areas, point).at(-1)?.name]
            .filter((part) => part !== undefined)
            .join(' · ')}
          aside={point === picked ? <StatusBadge tone="info">{words.picked}</StatusBadge> : undefined}
        />
      ))}
    </LinkList>
  );
}
