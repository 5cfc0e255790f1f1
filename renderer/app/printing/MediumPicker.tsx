import { SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { printingText as words } from '#renderer/app/language/zh/printing.ts';
import { NARROW_MEDIA, type Medium } from '#shared/documents/media.ts';

import classes from './printing.module.css';

const MEDIA: readonly Medium[] = ['A4', ...NARROW_MEDIA];

type Props = { readonly value: Medium; readonly onChange: (medium: Medium) => void };

/** Chooses the paper of a document that is handed over in the street. */
export function MediumPicker({ value, onChange }: Props): ReactNode {
  return (
    <div>
      <div className={classes['label']}>{words.media}</div>
      <SegmentedControl
        aria-label={words.media}
        size="md"
        data={MEDIA.map((medium) => ({ value: medium, label: words.medium[medium] }))}
        value={value}
        onChange={(chosen) => onChange(MEDIA.find((medium) => medium === chosen) ?? 'A4')}
      />
      <Text size="sm" c="dimmed">
        {words.mediaHint}
      </Text>
    </div>
  );
}
