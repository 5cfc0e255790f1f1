import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import type { PaperOffer } from '#shared/documents/papers/index.ts';

import classes from './cases.module.css';

const words = casesText.page;

type Props = { readonly row: CaseRow; readonly offer: PaperOffer; readonly onClose: () => void };

/** 签名件归档: photos of a paper that was signed by hand; the paper itself stays what counts. */
export function ScanDialog({ row, offer, onClose }: Props): ReactNode {
  useReturnFocus();
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const command = useCommand('paper.scan');
  const isMissing = tried && photos.length === 0;

  const submit = async (): Promise<void> => {
    setTried(true);
    if (photos.length === 0) return;
    const { kind, event } = offer;
    const answer = await command.run({ caseId: row.id, kind, event, photos: [...photos] });
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.scanTitle(offer.title)} size="lg" closeOnClickOutside={false}>
      <Stack gap="lg">
        <Text>{words.scanHint}</Text>
        <PhotosInput
          focusFirst
          label={words.scanPhotos}
          photos={photos}
          stream={`case:${row.id}`}
          missing={isMissing ? words.scanMissing : undefined}
          onChange={setPhotos}
        />
        <FormError error={command.error && messageOf(command.error)} />
        <div className={classes['actions']}>
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {casesText.actions.cancel}
          </Button>
          <Button loading={command.pending} onClick={() => void submit()}>
            {words.scanSubmit}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
