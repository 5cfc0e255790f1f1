import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { SignaturePad, type Drawing } from '../../components/SignaturePad.tsx';
import { TextField } from '../../components/fields.tsx';
import { FormError } from '../../components/states.tsx';
import { usePhotoImport } from '../../queries/usePhotoImport.ts';
import { messageOf } from '../language/zh/errors.ts';
import { inspectionsText } from '../language/zh/inspections.ts';
import { Gallery } from '../photos/Gallery.tsx';

import { ReasonInstead } from './ReasonInstead.tsx';
import { drawingFile } from './drawingFile.ts';
import type { ItemProps } from './itemProps.ts';
import { useIsPreview } from './preview.ts';

const words = inspectionsText.form.signature;

/** A name and a drawn signature, kept as a picture with the photos; or why it was refused. */
export function SignatureField({ item, mark, answer, onChange }: ItemProps): ReactNode {
  const [drawing, setDrawing] = useState<Drawing>();
  const [excused, setExcused] = useState(answer?.answer === 'not_checked' && (answer.note ?? '') !== '');
  const isPreview = useIsPreview();
  const imports = usePhotoImport();
  const kept = answer?.photos ?? [];
  const rejected = imports.rejected[0];

  const keep = async (): Promise<void> => {
    if (drawing === undefined) return;
    const taken = await imports.run([await drawingFile(drawing)], []);
    if (taken.length === 0) return;
    setDrawing(undefined);
    onChange({ photos: [...taken], answer: 'pass' }, 'now');
  };
  return (
    <div role="group" aria-label={`${mark} ${item.text}`}>
      {!excused && (
        <>
          <TextField
            label={words.name}
            maxLength={40}
            value={answer?.value ?? ''}
            onChange={(text) => onChange({ value: text === '' ? undefined : text, answer: 'pass' }, 'soon')}
          />
          {isPreview ? (
            <Text c="dimmed">{inspectionsText.form.noPreview}</Text>
          ) : kept.length > 0 ? (
            <>
              <Gallery label={`${mark} ${words.drawn}`} photos={kept} />
              <Button variant="subtle" onClick={() => onChange({ photos: [] }, 'now')}>
                {words.again}
              </Button>
            </>
          ) : (
            <>
              <SignaturePad label={`${mark} ${words.pad}`} hint={words.hint} value={drawing} onChange={setDrawing} />
              {drawing !== undefined && (
                <Group mt={4}>
                  <Button
                    leftSection={<IconCheck size={22} aria-hidden />}
                    loading={imports.progress !== undefined}
                    onClick={() => void keep()}
                  >
                    {words.keep}
                  </Button>
                  <Text c="dimmed">{words.keepHint}</Text>
                </Group>
              )}
            </>
          )}
          <FormError error={rejected && messageOf(rejected.error)} />
        </>
      )}
      <ReasonInstead
        label={words.reason}
        cannot={words.cannot}
        can={words.can}
        isOpen={excused}
        reason={answer?.note ?? ''}
        onOpen={(open) => {
          setExcused(open);
          onChange({ value: undefined, photos: [], answer: 'not_checked', note: undefined }, 'now');
        }}
        onReason={(text) => onChange({ note: text === '' ? undefined : text, answer: 'not_checked' }, 'soon')}
      />
    </div>
  );
}
