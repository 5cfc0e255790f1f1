import { Group, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';

import { areaLevels, areasText as words } from '#renderer/app/language/zh/areas.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PickFile } from '#renderer/components/PickFile.tsx';
import type { AreaSet } from '#shared/geo/area.ts';
import {
  areasIn,
  featuresIn,
  MOST_FILE_TEXT,
  suggestedBy,
  type AreaFault,
  type Feature,
} from '#shared/geo/areaFile.ts';

import { AreaChoices, type Choices } from './AreaChoices.tsx';
import { AreaFaults } from './AreaFaults.tsx';
import { CheckedAreas } from './CheckedAreas.tsx';

type File = { readonly name: string; readonly features: readonly Feature[] };

/** Takes a file, asks what it does not say itself, and shows what is wrong in it or how it looks. */
export function ImportAreas(): ReactNode {
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<AreaFault | 'too_large'>();
  const [choices, setChoices] = useState<Choices>(NO_CHOICE);
  const [done, setDone] = useState('');
  const take = async (chosen: globalThis.File): Promise<void> => {
    setDone('');
    setFile(undefined);
    setFault(undefined);
    if (chosen.size > MOST_FILE_TEXT) {
      setFault('too_large');
      return;
    }
    const features = featuresIn(await chosen.text());
    if ('code' in features) {
      setFault(features);
      return;
    }
    const { nameKey = '', codeKey = '', levels } = suggestedBy(features);
    setChoices({ ...NO_CHOICE, nameKey, codeKey, level: levels.length === 1 ? levels[0] : undefined });
    setFile({ name: chosen.name, features });
  };
  return (
    <Panel title={words.import}>
      <Stack gap="md">
        <Text c="dimmed">{words.importHint}</Text>
        <Group>
          <PickFile
            accept="application/geo+json,application/json,.geojson,.json"
            icon={<IconFileImport size={20} aria-hidden />}
            onPick={take}
          >
            {words.choose}
          </PickFile>
          {file !== undefined && <Text>{words.chosen(file.name, file.features.length)}</Text>}
        </Group>
        {fault === 'too_large' && (
          <Text role="alert" c="var(--xz-bad)">
            {words.tooLarge}
          </Text>
        )}
        {fault !== undefined && fault !== 'too_large' && <AreaFaults faults={[fault]} />}
        {file !== undefined && (
          <>
            <AreaChoices choices={choices} keys={suggestedBy(file.features).keys} onChange={setChoices} />
            <Checked
              {...{ file, choices }}
              onPublished={(level, version) => {
                setDone(words.published(areaLevels[level], version));
                setFile(undefined);
              }}
            />
          </>
        )}
        <div role="status">{done}</div>
      </Stack>
    </Panel>
  );
}

const NO_CHOICE: Choices = { level: undefined, crs: undefined, nameKey: '', codeKey: '', source: '' };

type CheckedProps = {
  readonly file: File;
  readonly choices: Choices;
  readonly onPublished: (level: AreaSet['level'], version: number) => void;
};

/** Everything that was asked is answered: the faults of the file, or what it holds. */
function Checked({ file, choices, onPublished }: CheckedProps): ReactNode {
  const { level, crs, nameKey, codeKey, source } = choices;
  // Once for each answer, and not for each letter of the source.
  const read = useMemo(
    () =>
      level === undefined || nameKey === '' || codeKey === ''
        ? undefined
        : areasIn(file.features, { level, nameKey, codeKey }),
    [file, level, nameKey, codeKey],
  );
  if (read === undefined || level === undefined || crs === undefined) return null;
  const { areas, faults, leftOut } = read;
  return (
    <>
      {leftOut > 0 && <Text>{words.leftOut(leftOut)}</Text>}
      {faults.length > 0 ? (
        <AreaFaults faults={faults} />
      ) : (
        <CheckedAreas
          key={`${level} ${crs}`}
          set={{ level, crs, areas, source: source.trim() }}
          onPublished={onPublished}
        />
      )}
    </>
  );
}
