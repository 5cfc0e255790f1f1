import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { PhotoPicker } from '../../components/PhotoPicker.tsx';
import { usePhotoImport } from '../../queries/usePhotoImport.ts';
import { messageOf } from '../language/zh/errors.ts';
import { photosText as words } from '../language/zh/photos.ts';

import { Gallery } from './Gallery.tsx';

type Props = {
  /** Names the group and the file input. */
  readonly label: string;
  readonly photos: readonly string[];
  /** Changes the list as it is by then: an import may take a while. */
  readonly onChange: (change: (before: readonly string[]) => readonly string[]) => void;
  /** Where photos that are not on this device may be fetched from. */
  readonly stream?: string;
  readonly hint?: string | undefined;
  /** What is missing, in words. */
  readonly missing?: string | undefined;
  /** Takes the focus when the dialog around it opens. */
  readonly focusFirst?: boolean;
};

/** A list of photos in a form: taken in one by one, each failure named, each removable. */
export function PhotosInput({ label, photos, onChange, stream, hint, missing, focusFirst = false }: Props): ReactNode {
  const imports = usePhotoImport();
  const take = async (files: readonly File[]): Promise<void> => {
    const taken = await imports.run(files, photos);
    if (taken.length > 0) onChange((before) => [...new Set([...before, ...taken])]);
  };
  return (
    <Box>
      <Text fw={550} mb={4} aria-hidden>
        {label}
      </Text>
      {hint !== undefined && (
        <Text size="sm" c="dimmed" mb={4}>
          {hint}
        </Text>
      )}
      <PhotoPicker
        label={label}
        words={words.picker}
        focusFirst={focusFirst}
        onFiles={(files) => void take(files)}
        progress={imports.progress}
        rejected={imports.rejected.map(({ name, error }) => ({ name, reason: reasonOf(error.code) }))}
        onDismiss={imports.clear}
      >
        {imports.doubles.length > 0 && (
          <Text size="sm" c="var(--xz-warn)" role="status">
            {words.doubles(imports.doubles.join('、'))}
          </Text>
        )}
        {photos.length > 0 && (
          <Gallery
            label={label}
            photos={photos}
            {...(stream === undefined ? {} : { stream })}
            onRemove={(sha256) => onChange((before) => before.filter((one) => one !== sha256))}
          />
        )}
      </PhotoPicker>
      {missing !== undefined && (
        <Text mt={4} fw={600} c="var(--xz-bad)">
          {missing}
        </Text>
      )}
    </Box>
  );
}

/** The reason alone: the file is named beside it already. */
function reasonOf(code: string): string {
  const { what, todo } = messageOf({ code });
  return `${what}。${todo}`;
}
