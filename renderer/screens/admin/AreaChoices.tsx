import { Select, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { areaLevels, areasText as words } from '#renderer/app/language/zh/areas.ts';
import { TextField } from '#renderer/components/fields.tsx';
import { AREA_LEVELS, type AreaLevel } from '#shared/geo/area.ts';
import type { Crs } from '#shared/geo/datum.ts';
import { CRS } from '#shared/geo/zone.ts';

/** What a file does not say by itself; the reference system is never guessed. */
export type Choices = {
  readonly level: AreaLevel | undefined;
  readonly crs: Crs | undefined;
  readonly nameKey: string;
  readonly codeKey: string;
  readonly source: string;
};

type Props = {
  readonly choices: Choices;
  readonly keys: readonly string[];
  readonly onChange: (choices: Choices) => void;
};

/** Asks for level, reference system, the properties with name and code, and the source. */
export function AreaChoices({ choices, keys, onChange }: Props): ReactNode {
  const ask = { placeholder: words.pick, allowDeselect: false, withAsterisk: true } as const;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'end' }}>
        <Select
          {...ask}
          label={words.level}
          data={AREA_LEVELS.map((value) => ({ value, label: areaLevels[value] }))}
          value={choices.level ?? null}
          onChange={(level) => onChange({ ...choices, level: level ?? undefined })}
        />
        <Select
          {...ask}
          label={words.crs}
          description={words.crsHint}
          data={CRS.map((value) => ({ value, label: words.systems[value] }))}
          value={choices.crs ?? null}
          onChange={(crs) => onChange({ ...choices, crs: crs ?? undefined })}
        />
        <Select
          {...ask}
          label={words.nameKey}
          data={[...keys]}
          value={choices.nameKey === '' ? null : choices.nameKey}
          onChange={(nameKey) => onChange({ ...choices, nameKey: nameKey ?? '' })}
        />
        <Select
          {...ask}
          label={words.codeKey}
          data={[...keys]}
          value={choices.codeKey === '' ? null : choices.codeKey}
          onChange={(codeKey) => onChange({ ...choices, codeKey: codeKey ?? '' })}
        />
      </SimpleGrid>
      <TextField
        label={words.source}
        description={words.sourceHint}
        value={choices.source}
        onChange={(source) => onChange({ ...choices, source })}
        maxLength={200}
        withAsterisk
      />
    </>
  );
}
