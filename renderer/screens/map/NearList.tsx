import type { ReactNode } from 'react';

import { mapText as words } from '#renderer/app/language/zh/map.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyNote } from '#renderer/components/states.tsx';

import type { MapPoint, Near } from './near.ts';

/** Lines that are drawn: nobody walks farther down the list than that. */
const SHOWN = 40;

type Props = { readonly points: readonly Near[]; readonly picked: MapPoint | undefined };

/** What is in view as a list; what was tapped on the map stands first. */
export function NearList({ points, picked }: Props): ReactNode {
  const first = points.find(({ point }) => point === picked);
  const shown = [...(first === undefined ? [] : [first]), ...points.filter((one) => one !== first)].slice(0, SHOWN);
  if (shown.length === 0) return <EmptyNote title={words.empty} text={words.emptyText} />;
  return (
    <LinkList label={words.near}>
      {shown.map(({ point, metres }) => (
        <LinkRow
          key={`${point.layer}${point.id}`}
          href={point.layer === 'sites' ? `/sites/${point.id}` : `/cases/${point.id}`}
          title={point.title}
          text={`${words.metres(metres)} · ${point.text}`}
          aside={point === picked ? <StatusBadge tone="info">{words.picked}</StatusBadge> : undefined}
        />
      ))}
    </LinkList>
  );
}
