import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconPolygon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { showArea } from '#shared/geo/zone.ts';

import { TextArea } from '../../components/fields.tsx';
import { mapText as words, zoneFaults } from '../language/zh/map.ts';

import { cornersOfText, textOfCorners } from './cornerText.ts';
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
          disabled={isClosed || corners.length < 3}
          leftSection={<IconPolygon size={20} aria-hidden />}
          onClick={desk.close}
        >
          {words.close}
        </Button>
      </Group>
      <Typed desk={desk} />
    </Stack>
  );
}

/** The corners as lines of text: what was tapped stands there, and what is typed is drawn. */
function Typed({ desk }: { readonly desk: DrawingDesk }): ReactNode {
  const { corners, isClosed } = desk.drawing;
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? undefined : cornersOfText(typed);
  return (
    <TextArea
      label={words.corners}
      description={words.cornersHint}
      value={typed ?? textOfCorners(corners)}
      error={read?.ok === false && words.badCorner(read.line)}
      minRows={2}
      maxRows={5}
      onChange={(text) => {
        setTyped(text);
        const next = cornersOfText(text);
        if (next.ok) desk.set(next.corners, isClosed && next.corners.length > 2);
      }}
      onBlur={() => {
        if (read?.ok !== false) setTyped(undefined);
      }}
    />
  );
}
