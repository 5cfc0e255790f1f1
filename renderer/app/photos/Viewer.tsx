import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { KeyValue } from '../../components/KeyValue.tsx';
import { PhotoViewer } from '../../components/PhotoViewer.tsx';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import type { PhotoInfo } from '../../queries/photoRows.ts';
import { useBlob, useReceived, type BlobView } from '../../queries/photos.ts';
import { messageOf } from '../language/zh/errors.ts';
import { photosText as words } from '../language/zh/photos.ts';

import { bytesText, factRows } from './factRows.ts';

type Props = {
  readonly info: PhotoInfo;
  readonly stream: string | undefined;
  readonly onClose: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
};

function loadingText({ doneBytes, totalBytes }: NonNullable<ReturnType<typeof useReceived>>): string {
  return words.viewer.received(bytesText(doneBytes), totalBytes === undefined ? undefined : bytesText(totalBytes));
}

type LoadedProps = Props & { readonly onRetry: () => void };

function problemOf(view: BlobView): string | undefined {
  if (view.is !== 'missing') return undefined;
  const { what, todo } = messageOf(view.error);
  return `${what}。${todo}`;
}

function Loaded({ info, stream, onClose, onPrevious, onNext, onRetry }: LoadedProps): ReactNode {
  const original = useBlob(`photo:${info.sha256}`, stream);
  const received = useReceived(`photo:${info.sha256}`);
  const name = info.row?.data.name ?? words.unnamed;
  return (
    <PhotoViewer
      opened
      onClose={onClose}
      title={name}
      id={info.sha256}
      alt={name}
      image={original.is === 'ready' ? original.blob : undefined}
      problem={problemOf(original)}
      onPrevious={onPrevious}
      onNext={onNext}
      words={received === undefined ? words.viewer : { ...words.viewer, loading: loadingText(received) }}
    >
      <KeyValue rows={factRows(info)} />
      {original.is === 'missing' && (
        <Button variant="default" mt="md" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </PhotoViewer>
  );
}

/** One photo in full size with its metadata; the original is fetched when it is not here, and can be asked for again. */
export function Viewer(props: Props): ReactNode {
  useReturnFocus();
  const [attempt, setAttempt] = useState(0);
  return <Loaded key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}
