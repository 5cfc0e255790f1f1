import { CloseButton, Select, SimpleGrid, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';

import { common } from '#renderer/app/language/zh/common.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import type { Register } from '#shared/catalogue/register.ts';

type Props = {
  readonly register: Register;
  readonly registers: readonly Register[];
  readonly query: string;
  readonly state: string | undefined;
  /** Which list of the good and the bad; absent where there is none. */
  readonly standing: 'red' | 'black' | undefined;
  readonly onStanding: ((standing: 'red' | 'black' | undefined) => void) | undefined;
  readonly onPick: (register: string) => void;
  readonly onQuery: (query: string) => void;
  readonly onState: (state: string | undefined) => void;
};

const ALL = '';

/** Which register, in which state, and what is looked for. The functions are the same ones each time. */
export function SiteFilterBar(props: Props): ReactNode {
  const { query, onQuery, ...picks } = props;
  return (
    <SimpleGrid cols={{ base: 1, sm: props.onStanding === undefined ? 3 : 4 }} spacing="md">
      <Picks {...picks} />
      <TextInput
        label={sites.search}
        placeholder={sites.searchHolder}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onQuery('');
        }}
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={
          query === '' ? undefined : <CloseButton size={44} aria-label={common.cancel} onClick={() => onQuery('')} />
        }
        rightSectionWidth={48}
      />
    </SimpleGrid>
  );
}

/** What is not typed into; not drawn again while somebody types. */
const Picks = memo(function Picks(props: Omit<Props, 'query' | 'onQuery'>): ReactNode {
  const { register, registers, state, standing, onPick, onState, onStanding } = props;
  return (
    <>
      <Select
        label={sites.kind}
        data={registers.map(({ id, name }) => ({ value: id, label: name }))}
        value={register.id}
        onChange={(id) => id !== null && onPick(id)}
        allowDeselect={false}
        searchable
      />
      <Select
        label={sites.state}
        data={[
          { value: ALL, label: sites.allStates },
          ...register.states.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={state ?? ALL}
        onChange={(id) => onState(id === null || id === ALL ? undefined : id)}
        allowDeselect={false}
      />
      {onStanding !== undefined && (
        <Select
          label={sites.standing}
          data={[
            { value: ALL, label: sites.allStandings },
            { value: 'red', label: sites.standings.red },
            { value: 'black', label: sites.standings.black },
          ]}
          value={standing ?? ALL}
          onChange={(picked) => onStanding(picked === 'red' || picked === 'black' ? picked : undefined)}
          allowDeselect={false}
        />
      )}
    </>
  );
});
