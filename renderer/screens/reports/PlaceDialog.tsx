import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { fieldWorkText } from '#renderer/app/language/zh/fieldWork.ts';
import { PickList } from '#renderer/components/PickList.tsx';
import { EmptyNote, LoadingState } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';
import { useSites, type SiteEntry } from '#renderer/queries/sites.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { registersOf } from '#shared/inspection/checklist.ts';
import { nearnessOf } from '#shared/report/nearPlace.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';

const words = fieldWorkText.place;

type Props = {
  readonly what: 'inspect' | 'file';
  readonly row: ReportRow;
  readonly catalogue: Catalogue;
  readonly onPick: (siteId: string) => void;
  readonly onClose: () => void;
};

/** Asks what of the registers a report is about: what is near first, all by searching, or a new one at its place. */
export function PlaceDialog({ what, row, catalogue, onPick, onClose }: Props): ReactNode {
  useReturnFocus();
  const [query, setQuery] = useState('');
  const usable = registersFor(what, catalogue);
  return (
    <Modal opened onClose={onClose} title={words.titles[what]} size="lg">
      <Stack gap="md">
        <TextInput
          label={words.search}
          placeholder={words.searchHint}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={query}
          data-autofocus
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Found {...{ query, row, onPick }} registers={usable.map(({ id }) => id)} />
        <RegisterHere what={what} reportId={row.id} registers={usable} />
      </Stack>
    </Modal>
  );
}

/** Registers whose things can be inspected; a case is opened about any. */
function registersFor(what: Props['what'], { registers, checklists }: Catalogue): Catalogue['registers'] {
  const inspected = new Set(checklists.flatMap((list) => registersOf(list)));
  return what === 'file' ? registers : registers.filter(({ id }) => inspected.has(id));
}

type FoundProps = Pick<Props, 'row' | 'onPick'> & { readonly query: string; readonly registers: readonly string[] };

function Found({ query, row, registers, onPick }: FoundProps): ReactNode {
  const { place } = row.data;
  const isSearch = query.trim() !== '';
  const { address, position } = place;
  const near = isSearch ? undefined : { address, position };
  const found = useSites(query, { registers, near });
  if (found === undefined) return <LoadingState />;
  const label = isSearch ? words.found : words.near;
  return (
    <Stack gap="xs">
      <Text fw={600}>{label}</Text>
      {found.rows.length === 0 ? (
        <EmptyNote
          title={isSearch ? words.noFound : words.noNear}
          text={isSearch ? words.noFoundText : words.noNearText}
        />
      ) : (
        <PickList
          label={label}
          options={found.rows.map((site) => ({
            value: site.id,
            title: site.name,
            text: [howNear(site, row), site.operator, site.address].filter((part) => part !== '').join(' · '),
          }))}
          onPick={onPick}
        />
      )}
    </Stack>
  );
}

function howNear(site: SiteEntry, { data: { place } }: ReportRow): string {
  const near = nearnessOf(place, site);
  if (near === undefined) return '';
  return 'metres' in near ? words.metres(near.metres) : words.alike;
}

type HereProps = {
  readonly what: Props['what'];
  readonly reportId: string;
  readonly registers: Catalogue['registers'];
};

/** 就地登记: a thing that stands in no register yet, at the report's place. */
function RegisterHere({ what, reportId, registers }: HereProps): ReactNode {
  const [register, setRegister] = useState(DEFAULT_REGISTER);
  return (
    <Group align="flex-end" gap="md">
      <Select
        label={words.as}
        data={registers.map(({ id, name }) => ({ value: id, label: name }))}
        value={register}
        onChange={(id) => setRegister(id ?? DEFAULT_REGISTER)}
        allowDeselect={false}
      />
      <Button
        variant="default"
        component={Link}
        href={`/sites/new?register=${register}&report=${reportId}&then=${what}`}
      >
        {words.register}
      </Button>
    </Group>
  );
}
