import { useState, type ReactNode } from 'react';

import { PhotoGrid, PhotoTile, type PhotoBadge } from '../../components/PhotoGrid.tsx';
import { usePhotoInfos, type PhotoInfo } from '../../queries/photoRows.ts';
import { useBlob } from '../../queries/photos.ts';
import { photosText as words } from '../language/zh/photos.ts';
import { stateWords } from '../language/zh/states.ts';

import { Viewer } from './Viewer.tsx';

type Props = {
  readonly label: string;
  readonly photos: readonly string[];
  /** The stream that the photos belong to: what is not here is fetched from its organisation's database. */
  readonly stream?: string;
  readonly onRemove?: (sha256: string) => void;
};

function badgesOf({ row, state }: PhotoInfo): readonly PhotoBadge[] {
  const badges: PhotoBadge[] = [];
  if (row?.data.condition === 'partial') badges.push({ tone: 'warn', label: words.conditions.partial });
  if (row?.data.condition === 'not_shown') badges.push({ tone: 'neutral', label: words.conditions.not_shown });
  // A photo of an unsent form is shown in that form: no need to say so on each.
  if (state !== undefined && state !== 'server' && state !== 'draft')
    badges.push({ tone: stateWords[state].tone, label: stateWords[state].text });
  return badges;
}

type TileProps = {
  readonly info: PhotoInfo;
  readonly stream: string | undefined;
  readonly onOpen: () => void;
  readonly onRemove: ((sha256: string) => void) | undefined;
};

function Tile({ info, stream, onOpen, onRemove }: TileProps): ReactNode {
  const thumb = useBlob(`thumb:${info.sha256}`, info.row?.data.thumb === undefined ? undefined : stream);
  const name = info.row?.data.name ?? words.unnamed;
  return (
    <PhotoTile
      id={info.sha256}
      alt={words.open(name)}
      thumb={thumb.is === 'ready' ? thumb.blob : undefined}
      loading={thumb.is === 'loading'}
      placeholder={words.placeholder}
      badges={badgesOf(info)}
      caption={name}
      onOpen={onOpen}
      {...(onRemove === undefined
        ? {}
        : { remove: { label: words.remove(name), onRemove: () => onRemove(info.sha256) } })}
    />
  );
}

/** Photos as thumbnails; each opens in full size with everything that is known of it. */
export function Gallery({ label, photos, stream, onRemove }: Props): ReactNode {
  const infos = usePhotoInfos(photos, stream);
  const [opened, setOpened] = useState<string>();
  const index = photos.findIndex((sha256) => sha256 === opened);
  const info = infos?.[index];
  const go = (step: number): (() => void) | undefined => {
    const next = photos[index + step];
    return next === undefined ? undefined : () => setOpened(next);
  };
  return (
    <>
      <PhotoGrid label={label}>
        {infos?.map((one) => (
          <Tile key={one.sha256} info={one} stream={stream} onOpen={() => setOpened(one.sha256)} onRemove={onRemove} />
        ))}
      </PhotoGrid>
      {info !== undefined && (
        <Viewer info={info} stream={stream} onClose={() => setOpened(undefined)} onPrevious={go(-1)} onNext={go(1)} />
      )}
    </>
  );
}
