import { Button, Group, Select, Text } from '@mantine/core';
import { IconCurrentLocation, IconMapPin } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import type { Position } from '#shared/events/fields.ts';
import { parseDegrees, showDegrees } from '#shared/kernel/degrees.ts';

import { TextField } from '../../components/fields.tsx';
import { inspectionsText } from '../language/zh/inspections.ts';
import { placeText } from '../language/zh/position.ts';
import { positionText } from '../positionText.ts';

import { PlaceDialog } from './PlaceDialog.tsx';
import { locateDevice } from './locateDevice.ts';

const words = inspectionsText.form.location;
const SYSTEMS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;

type Typed = { readonly lon: string; readonly lat: string; readonly crs: Position['crs'] };

function typedOf(position: Position | undefined): Typed {
  if (position === undefined) return { lon: '', lat: '', crs: 'WGS84' };
  return { lon: showDegrees(position.lonE7), lat: showDegrees(position.latE7), crs: position.crs };
}

function positionOf({ lon, lat, crs }: Typed): Position | undefined {
  const [lonE7, latE7] = [parseDegrees(lon, 180), parseDegrees(lat, 90)];
  return lonE7 === undefined || latE7 === undefined ? undefined : { lonE7, latE7, crs, source: 'manual' };
}

function isUnread(typed: Typed): boolean {
  return positionOf(typed) === undefined && !isEmpty(typed);
}

function isEmpty({ lon, lat }: Typed): boolean {
  return lon.trim() === '' && lat.trim() === '';
}

function wrong(text: string, most: 90 | 180): string | false {
  return text !== '' && parseDegrees(text, most) === undefined && words.notDegrees;
}

type DegreesProps = { readonly typed: Typed; readonly onType: (typed: Typed) => void };

/** Longitude, latitude and the system they are in, as typed. */
function Degrees({ typed, onType }: DegreesProps): ReactNode {
  const common = { inputMode: 'decimal', maxLength: 12 } as const;
  return (
    <>
      <TextField
        {...common}
        label={words.lon}
        value={typed.lon}
        error={wrong(typed.lon, 180)}
        onChange={(lon) => onType({ ...typed, lon })}
      />
      <TextField
        {...common}
        label={words.lat}
        value={typed.lat}
        error={wrong(typed.lat, 90)}
        onChange={(lat) => onType({ ...typed, lat })}
      />
      <Select
        label={words.crs}
        data={SYSTEMS.map((value) => ({ value, label: words.systems[value] }))}
        value={typed.crs}
        allowDeselect={false}
        onChange={(crs) => onType({ ...typed, crs: crs ?? 'WGS84' })}
      />
    </>
  );
}

function Failure({ text }: { readonly text: string | undefined }): ReactNode {
  if (text === undefined) return null;
  return (
    <Text mt={4} c="var(--xz-bad)" role="alert">
      {text}
    </Text>
  );
}

type PositionProps = {
  readonly position: Position | undefined;
  /** `isUnread`: something stands there that is no position. */
  readonly onFound: (position: Position | undefined, when: 'now' | 'soon', isUnread: boolean) => void;
};

/** A position by the device, picked on the map, or typed. */
export function PositionInput({ position, onFound }: PositionProps): ReactNode {
  const [typed, setTyped] = useState(() => typedOf(position));
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [picks, setPicks] = useState(false);
  const take = (found: Position): void => {
    setTyped(typedOf(found));
    onFound(found, 'now', false);
  };
  const clear = (): void => {
    setTyped(typedOf(undefined));
    onFound(undefined, 'now', false);
  };
  const locate = async (): Promise<void> => {
    setAsking(true);
    setFailure(undefined);
    const found = await locateDevice();
    setAsking(false);
    if ('failed' in found) {
      setFailure(words.failures[found.failed]);
      return;
    }
    take(found);
  };
  return (
    <>
      <Group align="end">
        <Button
          variant="default"
          leftSection={<IconCurrentLocation size={22} aria-hidden />}
          loading={asking}
          onClick={() => void locate()}
        >
          {words.locate}
        </Button>
        <Button
          variant="default"
          leftSection={<IconMapPin size={22} aria-hidden />}
          onClick={() => {
            setFailure(undefined);
            setPicks(true);
          }}
        >
          {placeText.open}
        </Button>
        {!isEmpty(typed) && (
          <Button variant="default" onClick={clear}>
            {placeText.clear}
          </Button>
        )}
        <Degrees
          typed={typed}
          onType={(next) => {
            setTyped(next);
            onFound(positionOf(next), 'soon', isUnread(next));
          }}
        />
      </Group>
      {position !== undefined && (
        <Text mt={4} role="status">
          {positionText(position)}
        </Text>
      )}
      <Failure text={failure} />
      {picks && (
        <PlaceDialog
          position={position}
          onClose={() => setPicks(false)}
          onPick={(found) => {
            setPicks(false);
            take(found);
          }}
        />
      )}
    </>
  );
}
