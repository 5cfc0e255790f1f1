import { Button, Group, Select, Text } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { positionText } from '#renderer/app/positionText.ts';
import { TextField } from '#renderer/components/fields.tsx';
import { parseDegrees, showDegrees } from '#shared/kernel/degrees.ts';

import { ReasonInstead } from './ReasonInstead.tsx';
import { locateDevice } from './locateDevice.ts';
import type { ItemProps } from './itemProps.ts';

const words = inspectionsText.form.location;
const SYSTEMS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;
type System = (typeof SYSTEMS)[number];

/** Where it is: by the device, or typed; or why nothing could be had. */
export function LocationField({ item, mark, answer, onChange }: ItemProps): ReactNode {
  const position = answer?.position;
  const [typed, setTyped] = useState({
    lon: position === undefined ? '' : showDegrees(position.lonE7),
    lat: position === undefined ? '' : showDegrees(position.latE7),
    crs: position?.crs ?? ('WGS84' as System),
  });
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [excused, setExcused] = useState((answer?.note ?? '') !== '');

  const type = (change: Partial<typeof typed>): void => {
    const next = { ...typed, ...change };
    setTyped(next);
    const [lonE7, latE7] = [parseDegrees(next.lon, 180), parseDegrees(next.lat, 90)];
    const whole = lonE7 !== undefined && latE7 !== undefined;
    onChange(
      {
        position: whole ? { lonE7, latE7, crs: next.crs, source: 'manual' } : undefined,
        answer: whole ? 'pass' : 'not_checked',
        note: undefined,
      },
      'soon',
    );
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
    setTyped({ lon: showDegrees(found.lonE7), lat: showDegrees(found.latE7), crs: 'WGS84' });
    onChange({ position: found, answer: 'pass', note: undefined }, 'now');
  };
  const wrong = (text: string, most: 90 | 180): string | false =>
    text !== '' && parseDegrees(text, most) === undefined && words.notDegrees;

  return (
    <div role="group" aria-label={`${mark} ${item.text}`}>
      {!excused && (
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
            <TextField
              label={words.lon}
              inputMode="decimal"
              maxLength={12}
              value={typed.lon}
              error={wrong(typed.lon, 180)}
              onChange={(lon) => type({ lon })}
            />
            <TextField
              label={words.lat}
              inputMode="decimal"
              maxLength={12}
              value={typed.lat}
              error={wrong(typed.lat, 90)}
              onChange={(lat) => type({ lat })}
            />
            <Select
              label={words.crs}
              data={SYSTEMS.map((value) => ({ value, label: words.systems[value] }))}
              value={typed.crs}
              allowDeselect={false}
              onChange={(crs) => type({ crs: crs as System })}
            />
          </Group>
          {position !== undefined && (
            <Text mt={4} role="status">
              {positionText(position)}
            </Text>
          )}
          {failure !== undefined && (
            <Text mt={4} c="var(--xz-bad)" role="alert">
              {failure}
            </Text>
          )}
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
          setTyped({ ...typed, lon: '', lat: '' });
          onChange({ position: undefined, answer: 'not_checked', note: undefined }, 'now');
        }}
        onReason={(text) => onChange({ note: text === '' ? undefined : text, answer: 'not_checked' }, 'soon')}
      />
    </div>
  );
}
