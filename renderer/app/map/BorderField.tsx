import { Button, Group, Input, Modal, Text } from '@mantine/core';
import { IconPolygon } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';

import { useAreas } from '#renderer/queries/areas.ts';
import type { Ring } from '#shared/geo/ring.ts';
import { readZone, wgs84Ring, zoneText, zoneWords } from '#shared/geo/zone.ts';

import { common } from '../language/zh/common.ts';
import { borderText as words } from '../language/zh/position.ts';

import { DrawTools } from './DrawTools.tsx';
import { LazyMap } from './LazyMap.tsx';
import classes from './borderField.module.css';
import { boundsOf } from './shapes.ts';
import { useDrawing } from './useDrawing.ts';

type Props = {
  readonly label: string;
  /** As a register keeps it (`zoneText`); empty where there is none. */
  readonly value: string;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly onChange: (value: string) => void;
};

/** A border of a register: what it is in words, and a map to draw it on. */
export function BorderField({ label, value, error, required, onChange }: Props): ReactNode {
  const [draws, setDraws] = useState(false);
  return (
    <Input.Wrapper label={label} error={error} withAsterisk={required} labelElement="div">
      <Text mb="xs">{value === '' ? words.none : zoneWords(value)}</Text>
      <Group gap="xs" role="group" aria-label={label}>
        <Button
          variant="default"
          aria-invalid={error !== undefined}
          leftSection={<IconPolygon size={20} aria-hidden />}
          onClick={() => setDraws(true)}
        >
          {value === '' ? words.draw : words.redraw}
        </Button>
        {value !== '' && (
          <Button variant="default" onClick={() => onChange('')}>
            {words.clear}
          </Button>
        )}
      </Group>
      {draws && (
        <DrawDialog
          {...{ label, value }}
          onClose={() => setDraws(false)}
          onDone={(ring) => {
            setDraws(false);
            // Unless it was touched it stays in the system it came in.
            onChange(ring === undefined ? value : zoneText({ crs: 'WGS84', ring }));
          }}
        />
      )}
    </Input.Wrapper>
  );
}

type DialogProps = {
  readonly label: string;
  readonly value: string;
  readonly onClose: () => void;
  /** With the border in WGS 84; undefined where it is as it was. */
  readonly onDone: (ring: Ring | undefined) => void;
};

function DrawDialog({ label, value, onClose, onDone }: DialogProps): ReactNode {
  const areas = useAreas();
  const drawn = useMemo(() => (areas ?? []).flatMap((set) => set.areas), [areas]);
  const [before] = useState(() => {
    const zone = readZone(value);
    return zone.ok ? wgs84Ring(zone.value) : [];
  });
  const desk = useDrawing(before);
  const { corners } = desk.drawing;
  return (
    <Modal opened onClose={onClose} title={words.title(label)} size="84rem">
      <div className={classes['sides']}>
        <DrawTools desk={desk} />
        <LazyMap label={words.map} areas={drawn} drawing={desk.drawing} start={boundsOf(before)} onTap={desk.add} />
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button
          disabled={desk.areaM2 === undefined}
          onClick={() => onDone(String(corners) === String(before) ? undefined : corners)}
        >
          {words.use}
        </Button>
      </Group>
    </Modal>
  );
}
