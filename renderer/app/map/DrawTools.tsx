import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconPolygon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { showArea } from '#shared/geo/zone.ts';

import { TextArea } from '../../components/fields.tsx';
import { mapText as words, zoneFaults } from '../language/zh/map.ts';

import type { DrawingDesk } from './useDrawing.ts';

/** What can be done with a drawing: one step back, closing, and its corners as text for the keyboard. */
export function DrawTools({ desk }: { readonly desk: DrawingDesk }): ReactNode {
  const { drawing, fault, areaM2 } = desk;
  const { corners, isClosed } = drawing;
  return (
    <Stack gap="sm">
      <Text role="status">
        {areaM2 !== undefined ? words.closedArea(corners.length, showArea(areaM2)) : words.drawHint(corners.length)}
      </Text>
      {fault !== undefined && (
        <Text role="alert" c="var(--xz-bad)">
          {zoneFaults[fault]}
        </Text>
      )}
      <Group gap="xs">
        <Button
          variant="default"
          disabled={corners.length === 0}
          leftSection={<IconArrowBackUp size={20} aria-hidden />}
          onClick={desk.undo}
        >
          {isClosed ? words.reopen : words.undo}
        </Button>
        <Button
          disabled={isClosed || corners.length < 3 || desk.badLine !== undefined}
          leftSection={<IconPolygon size={20} aria-hidden />}
          onClick={desk.close}
        >
          {words.close}
        </Button>
      </Group>
      <TextArea
        label={words.corners}
        description={words.cornersHint}
        value={desk.text}
        error={desk.badLine !== undefined && words.badCorner(desk.badLine)}
        minRows={2}
        maxRows={5}
        onChange={desk.type}
        onBlur={desk.typed}
      />
    </Stack>
  );
}
