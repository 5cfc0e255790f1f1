import { Button, Group } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Link, useSearch } from 'wouter';

import { selfCheckText } from '#renderer/app/language/zh/selfChecks.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useSiteStandings } from '#renderer/queries/siteStandings.ts';
import { useSites } from '#renderer/queries/sites.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Register } from '#shared/catalogue/register.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';

import { SiteFilterBar } from './SiteFilterBar.tsx';
import { SiteList } from './SiteList.tsx';
import { keepRegister, registerFor } from './registerOf.ts';

/** The registers: one at a time, searched by name, operator, pinyin initials, address, code or what its list shows. */
export function SitesPage(): ReactNode {
  const catalogue = useCatalogue();
  const search = useSearch();
  const [picked, setPicked] = useState<string>();
  if (catalogue === undefined) return <LoadingState />;
  const register = catalogue === null ? undefined : registerFor(catalogue, picked ?? search);
  if (catalogue === null || register === undefined)
    return (
      <PageColumn>
        <PageHeader title={sites.title} />
        <ErrorState what={sites.catalogueGone} todo={sites.catalogueGoneText} />
      </PageColumn>
    );
  const pick = (id: string): void => {
    keepRegister(id);
    setPicked(`register=${id}`);
  };
  return <Listed key={register.id} register={register} catalogue={catalogue} onPick={pick} />;
}

type Props = {
  readonly register: Register;
  readonly catalogue: Catalogue;
  readonly onPick: (id: string) => void;
};

function Listed({ register, catalogue, onPick }: Props): ReactNode {
  const [query, setQuery] = useState('');
  const [state, setState] = useState<string>();
  const [standing, setStanding] = useState<'red' | 'black'>();
  const hasStandings = catalogue.settings.standing !== undefined && register.id === DEFAULT_REGISTER;
  const all = useSiteStandings(catalogue, undefined, standing !== undefined);
  const only = useMemo(
    () =>
      standing === undefined || all === undefined
        ? undefined
        : [...all].flatMap(([id, { is }]) => (is === standing ? [id] : [])),
    [all, standing],
  );
  const found = useSites(query, { registers: [register.id], state, only });
  const ids = useMemo(() => found?.rows.map(({ id }) => id) ?? [], [found]);
  const shown = useSiteStandings(catalogue, ids, hasStandings);
  const mayRegister = useMayWrite('site.registered');
  const add = mayRegister ? (
    <Button
      component={Link}
      href={`/sites/new?register=${register.id}`}
      leftSection={<IconPlus size={20} aria-hidden />}
    >
      {sites.registerIn(register.name)}
    </Button>
  ) : undefined;
  const actions = (
    <Group gap="sm">
      {register.id === DEFAULT_REGISTER && (
        <Button component={Link} href="/sites/alliances" variant="default">
          {selfCheckText.alliances.open}
        </Button>
      )}
      {mayRegister && (
        <Button
          component={Link}
          href={`/sites/import?register=${register.id}`}
          variant="default"
          leftSection={<IconFileImport size={20} aria-hidden />}
        >
          {sites.importRows}
        </Button>
      )}
      {add}
    </Group>
  );
  return (
    <PageColumn>
      <PageHeader title={sites.title} actions={actions} />
      <SiteFilterBar
        {...{ register, onPick, query, state, standing }}
        registers={catalogue.registers}
        onQuery={setQuery}
        onState={(id) => setState(id)}
        onStanding={hasStandings ? (picked) => setStanding(picked) : undefined}
      />
      <SiteList
        found={found}
        register={register}
        standings={shown}
        isWhole={state === undefined && standing === undefined}
        add={add}
      />
    </PageColumn>
  );
}
