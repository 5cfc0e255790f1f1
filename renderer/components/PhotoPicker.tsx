import { Alert, Button, Progress, Text } from '@mantine/core';
import { IconCameraPlus } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type HTMLAttributes, type ReactNode, useRef, useState } from 'react';

import classes from './PhotoPicker.module.css';

/** A file that was not taken, with the reason in words. */
export type PhotoPickerRejection = { readonly name: string; readonly reason: string };

/** The words of the picker. */
export type PhotoPickerWords = {
  /** On the button. */
  readonly add: string;
  /** That files can also be dropped and pasted here. */
  readonly hint: string;
  /** While files hang over it. */
  readonly drop: string;
  readonly progress: (done: number, all: number) => string;
  readonly rejected: (count: number) => string;
  /** For the button that clears the rejections. */
  readonly dismiss: string;
};

type Props = {
  /** Names the file input and the group for screen readers and tests. */
  readonly label: string;
  readonly words: PhotoPickerWords;
  /** Called with every file chosen, dropped or pasted; what is no photo is told by the import, by name. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly progress?: { readonly done: number; readonly all: number } | undefined;
  readonly rejected?: readonly PhotoPickerRejection[];
  readonly onDismiss?: () => void;
  readonly disabled?: boolean;
  /** The button takes the focus when the dialog around it opens. */
  readonly focusFirst?: boolean;
  /** Shown below: usually the grid of what was taken. */
  readonly children?: ReactNode;
};

const ACCEPT = 'image/*,.heic,.heif';

type FileDrop = {
  readonly over: boolean;
  readonly take: (list: FileList | null) => boolean;
  readonly handlers: Pick<HTMLAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop' | 'onPaste'>;
};

/** Files dragged over, dropped or pasted; text that is dragged or pasted stays text. */
function useFileDrop(onFiles: (files: readonly File[]) => void, closed: boolean): FileDrop {
  const [over, setOver] = useState(false);
  const take = (list: FileList | null): boolean => {
    const files = [...(list ?? [])];
    if (closed || files.length === 0) return false;
    onFiles(files);
    return true;
  };
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = closed ? 'none' : 'copy';
    setOver(!closed);
  };
  const onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (take(event.clipboardData.files)) event.preventDefault();
  };
  return { over, take, handlers: { onDragOver, onDrop, onPaste, onDragLeave: () => setOver(false) } };
}

/** Takes photos in by the file dialog, by drag and drop, and by Ctrl+V while the focus is inside. */
export function PhotoPicker({
  label,
  words,
  onFiles,
  progress,
  rejected = [],
  onDismiss,
  disabled = false,
  focusFirst = false,
  children,
}: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const closed = disabled || progress !== undefined;
  const { over, take, handlers } = useFileDrop(onFiles, closed);
  return (
    <div role="group" aria-label={label} className={classes['box']} data-over={over || undefined} {...handlers}>
      <div className={classes['bar']}>
        <Button
          variant="default"
          leftSection={<IconCameraPlus size={22} aria-hidden />}
          disabled={closed}
          data-autofocus={focusFirst || undefined}
          onClick={() => input.current?.click()}
        >
          {words.add}
        </Button>
        <Text size="sm" c="dimmed">
          {over ? words.drop : words.hint}
        </Text>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPT}
        aria-label={label}
        tabIndex={-1}
        className={classes['input']}
        disabled={closed}
        onChange={(event) => {
          take(event.currentTarget.files);
          // So that the same file can be chosen again after it was removed.
          event.currentTarget.value = '';
        }}
      />
      <div aria-live="polite">
        {progress === undefined ? null : (
          <div className={classes['progress']}>
            <Text size="sm">{words.progress(progress.done, progress.all)}</Text>
            <Progress
              value={(100 * progress.done) / Math.max(1, progress.all)}
              aria-label={words.progress(progress.done, progress.all)}
            />
          </div>
        )}
        {rejected.length === 0 ? null : <Rejections words={words} rejected={rejected} onDismiss={onDismiss} />}
      </div>
      {children}
    </div>
  );
}

function Rejections({
  words,
  rejected,
  onDismiss,
}: {
  readonly words: PhotoPickerWords;
  readonly rejected: readonly PhotoPickerRejection[];
  readonly onDismiss: (() => void) | undefined;
}): ReactNode {
  return (
    <Alert color="red" title={words.rejected(rejected.length)} className={classes['rejected']}>
      <ul className={classes['list']}>
        {rejected.map(({ name, reason }, index) => (
          <li key={`${String(index)} ${name}`}>
            <strong className={classes['name']}>{name}</strong> {reason}
          </li>
        ))}
      </ul>
      {onDismiss === undefined ? null : (
        <Button variant="subtle" color="red" onClick={onDismiss}>
          {words.dismiss}
        </Button>
      )}
    </Alert>
  );
}
