import { ActionIcon, Button, Loader, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPhotoOff, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';

import classes from './PhotoViewer.module.css';
import { useObjectUrl } from './objectUrl.ts';

/** The words of the viewer. */
export type PhotoViewerWords = {
  readonly previous: string;
  readonly next: string;
  /** Button: one pixel of the picture for one of the screen. */
  readonly actualSize: string;
  /** Button: the whole picture in the window. */
  readonly fit: string;
  readonly loading: string;
  /** Instead of a picture that the engine cannot show. */
  readonly notShown: string;
};

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Usually the file's name. */
  readonly title: ReactNode;
  /** Identity of the picture: the same id shows the same bytes. */
  readonly id: string;
  readonly alt: string;
  /** The original; absent while loading or when it cannot be had. */
  readonly image: Blob | undefined;
  /** Why there is no picture, in words; without it a missing image counts as loading. */
  readonly problem?: string | undefined;
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly words: PhotoViewerWords;
  /** Metadata, state and actions beside the picture. */
  readonly children?: ReactNode;
};

/**
 * A photo in full size, upright by its own orientation (the browser turns it), whole or pixel by pixel, with the
 * arrow keys for the one before and after.
 */
export function PhotoViewer({
  opened,
  onClose,
  title,
  id,
  alt,
  image,
  problem,
  onPrevious,
  onNext,
  words,
  children,
}: Props): ReactNode {
  const [actual, setActual] = useState(false);
  useArrowKeys(opened, onPrevious, onNext);
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="min(96vw, 84rem)" centered>
      <div className={classes['layout']}>
        <div className={classes['stage']}>
          <Picture
            key={id}
            id={id}
            alt={alt}
            image={opened ? image : undefined}
            problem={problem}
            actual={actual}
            words={words}
            onToggle={() => setActual(!actual)}
          />
          <div className={classes['bar']}>
            <ActionIcon
              variant="default"
              aria-label={words.previous}
              disabled={onPrevious === undefined}
              onClick={onPrevious}
            >
              <IconChevronLeft size={24} aria-hidden />
            </ActionIcon>
            <Button
              variant="default"
              leftSection={actual ? <IconZoomOut size={20} aria-hidden /> : <IconZoomIn size={20} aria-hidden />}
              aria-pressed={actual}
              onClick={() => setActual(!actual)}
            >
              {actual ? words.fit : words.actualSize}
            </Button>
            <ActionIcon variant="default" aria-label={words.next} disabled={onNext === undefined} onClick={onNext}>
              <IconChevronRight size={24} aria-hidden />
            </ActionIcon>
          </div>
        </div>
        {children === undefined ? null : <div className={classes['aside']}>{children}</div>}
      </div>
    </Modal>
  );
}

type PictureProps = Pick<Props, 'id' | 'alt' | 'image' | 'problem' | 'words'> & {
  readonly actual: boolean;
  readonly onToggle: () => void;
};

function Picture({ id, alt, image, problem, words, actual, onToggle }: PictureProps): ReactNode {
  const url = useObjectUrl(image, id);
  const [broken, setBroken] = useState(false);
  if (url === undefined || broken) return <Stand text={broken ? words.notShown : problem} loading={words.loading} />;
  return (
    <div className={classes['frame']} data-actual={actual || undefined}>
      <img
        className={classes['picture']}
        src={url}
        alt={alt}
        draggable={false}
        onError={() => setBroken(true)}
        onDoubleClick={onToggle}
      />
    </div>
  );
}

function Stand({ text, loading }: { readonly text: string | undefined; readonly loading: string }): ReactNode {
  return (
    <div className={classes['frame']} role="status">
      <span className={classes['stand']}>
        {text === undefined ? <Loader aria-hidden /> : <IconPhotoOff size={48} stroke={1.5} aria-hidden />}
        <span>{text ?? loading}</span>
      </span>
    </div>
  );
}

/** The arrows go on unless they move a cursor or scroll the picture at its full size. */
function useArrowKeys(active: boolean, onPrevious: (() => void) | undefined, onNext: (() => void) | undefined): void {
  useEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [role="radiogroup"]') !== null;
      if (typing || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'ArrowLeft') onPrevious?.();
      if (event.key === 'ArrowRight') onNext?.();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [active, onPrevious, onNext]);
}
