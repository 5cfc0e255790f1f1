import { ActionIcon, Loader } from '@mantine/core';
import { IconPhotoOff, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import classes from './PhotoGrid.module.css';
import { StatusBadge, type Tone } from './StatusBadge.tsx';
import { useObjectUrl } from './objectUrl.ts';

/** Where a photo stands, in one or two words: draft, waiting, on the server, refused, in part, not shown. */
export type PhotoBadge = { readonly tone: Tone; readonly label: string };

/** Thumbnails in rows; give it `PhotoTile`s. */
export function PhotoGrid({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <ul className={classes['grid']} aria-label={label}>
      {children}
    </ul>
  );
}

type TileProps = {
  /** Identity of the picture, e.g. its hash: the same id shows the same bytes. */
  readonly id: string;
  /** What a person who does not see it must know; also names the button. */
  readonly alt: string;
  /** The thumbnail; absent while loading or when there is none. */
  readonly thumb: Blob | undefined;
  readonly loading?: boolean;
  /** Shown instead of a picture that cannot be shown. */
  readonly placeholder: string;
  readonly badges?: readonly PhotoBadge[];
  readonly caption?: string;
  readonly onOpen?: () => void;
  readonly remove?: { readonly label: string; readonly onRemove: () => void };
};

/** One photo of a grid: opens on press, and can be removed where the form allows it. */
export function PhotoTile({
  id,
  alt,
  thumb,
  loading = false,
  placeholder,
  badges = [],
  caption,
  onOpen,
  remove,
}: TileProps): ReactNode {
  const url = useObjectUrl(thumb, id);
  const waits = loading || (thumb !== undefined && url === undefined);
  return (
    <li className={classes['tile']}>
      <button
        type="button"
        className={classes['open']}
        aria-label={alt}
        disabled={onOpen === undefined}
        onClick={onOpen}
      >
        {url !== undefined ? (
          <img className={classes['picture']} src={url} alt="" draggable={false} />
        ) : (
          <Stand waits={waits} placeholder={placeholder} />
        )}
      </button>
      <div className={classes['foot']}>
        <div className={classes['words']}>
          {badges.map(({ tone, label }) => (
            <StatusBadge key={label} tone={tone}>
              {label}
            </StatusBadge>
          ))}
          {caption === undefined ? null : <span className={classes['caption']}>{caption}</span>}
        </div>
        {remove === undefined ? null : (
          <ActionIcon color="red" aria-label={remove.label} onClick={remove.onRemove}>
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </li>
  );
}

function Stand({ waits, placeholder }: { readonly waits: boolean; readonly placeholder: string }): ReactNode {
  return (
    <span className={classes['stand']}>
      {waits ? (
        <Loader size="sm" />
      ) : (
        <>
          <IconPhotoOff size={32} stroke={1.5} aria-hidden />
          <span>{placeholder}</span>
        </>
      )}
    </span>
  );
}
