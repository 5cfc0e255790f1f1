import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useSearch } from 'wouter';

import { sites } from '#renderer/app/language/zh/sites.ts';
import { FIRST_LINES } from '#renderer/components/LongList.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useSiteStandings } from '#renderer/queries/siteStandings.ts';
import { useSites } from '#renderer/queries/sites.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Register } from '#shared/catalogue/register.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';

import { SiteFilterBar } from './SiteFilterBar.tsx';
import { SiteList } from './SiteList.tsx';
import { SitesHeader } from './SitesHeader.tsx';
import { keepRegister, registerFor } from './registerOf.ts';

/** The registers: one at a time, searched by name, operator, pinyin initials, address, code or what its list shows. */
export function SitesPage(): ReactNode {
  const catalogue = useCatalogue();
  const search = useSearch();
  const [picked, setPicked] = useState<string>();
  const pick = useCallback((id: string): void => {
    keepRegister(id);
    setPicked(`register=${id}`);
  }, []);
  if (catalogue === undefined) return <LoadingState />;
  const register = catalogue === null ? undefined : registerFor(catalogue, picked ?? search);
  if (catalogue === null || register === undefined)
    return (
      <PageColumn>
        <PageHeader title={sites.title} />
        <ErrorState what={sites.catalogueGone} todo={sites.catalogueGoneText} />
      </PageColumn>
    );
  return <Listed key={register.id} register={register} catalogue={catalogue} onPick={pick} />;
}

type Props = {
  readonly register: Register;
  readonly catalogue: Catalogue;
  readonly onPick: (id: string) => void;
};

function Listed({ register, catalogue, onPick }: Props): ReactNode {
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(FIRST_LINES);
  const look = useCallback((text: string): void => {
    setMost(FIRST_LINES);
    setQuery(text);
  }, []);
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
  const found = useSites(query, { registers: [register.id], state, only, most });
  const ids = useMemo(() => found?.rows.map(({ id }) => id) ?? [], [found]);
  const shown = useSiteStandings(catalogue, ids, hasStandings);
  return (
    <PageColumn>
      <SitesHeader register={register} />
      <SiteFilterBar
        {...{ register, onPick, query, state, standing }}
        registers={catalogue.registers}
        onQuery={look}
        onState={setState}
        onStanding={hasStandings ? setStanding : undefined}
      />
      <SiteList
        found={found}
        register={register}
        standings={shown}
        isWhole={state === undefined && standing === undefined}
        onMore={setMost}
      />
    </PageColumn>
  );
}
