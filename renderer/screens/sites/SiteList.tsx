import { IconBuildingStore, IconListDetails } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';

import { sites } from '#renderer/app/language/zh/sites.ts';
import { stateWords } from '#renderer/app/registers/stateWords.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { LongList } from '#renderer/components/LongList.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import type { SiteEntry, SiteMatches } from '#renderer/queries/sites.ts';
import type { Register } from '#shared/catalogue/register.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';
import type { Standing } from '#shared/site/standing.ts';

import { AddSiteButton } from './SitesHeader.tsx';

type Props = {
  readonly found: SiteMatches | undefined;
  readonly register: Register;
  /** Where things stand by their inspections. */
  readonly standings: ReadonlyMap<string, Standing> | undefined;
  /** All states are shown: what is not here is not registered. */
  readonly isWhole: boolean;
  /** Asks for so many lines from now on. */
  readonly onMore: (most: number) => void;
};

/** What was found of a register, a line each. */
export function SiteList({ found, register, standings, isWhole, onMore }: Props): ReactNode {
  if (found === undefined) return <LoadingState />;
  const isEmpty = isWhole && found.total === 0;
  const Sign = register.id === DEFAULT_REGISTER ? IconBuildingStore : IconListDetails;
  return (
    <Panel flush title={sites.list} aside={<span role="status">{sites.count(found.matching, found.total)}</span>}>
      {found.matching === 0 ? (
        <EmptyState
          title={isEmpty ? sites.empty : sites.noMatch}
          text={isEmpty ? sites.emptyText : sites.noMatchText}
          icon={<Sign size={44} stroke={1.5} aria-hidden />}
          action={<AddSiteButton register={register} />}
        />
      ) : (
        <LongList
          rows={found.rows}
          count={found.matching}
          label={sites.list}
          words={sites}
          onMore={onMore}
          row={(site) => <SiteLine key={site.id} site={site} register={register} standing={standings?.get(site.id)} />}
        />
      )}
    </Panel>
  );
}

type LineProps = {
  readonly site: SiteEntry;
  readonly register: Register;
  readonly standing: Standing | undefined;
};

/** One thing of a register; not drawn again while it stays as it is. */
const SiteLine = memo(function SiteLine({ site, register, standing }: LineProps): ReactNode {
  const { text, tone } = stateWords(register, site.state);
  return (
    <LinkRow
      href={`/sites/${site.id}`}
      title={site.name}
      text={[site.operator, site.address, ...site.listed].join(' · ')}
      aside={
        <>
          <StandingBadge standing={standing} />
          <StatusBadge tone={tone}>{text}</StatusBadge>
        </>
      }
    />
  );
});

function StandingBadge({ standing }: { readonly standing: Standing | undefined }): ReactNode {
  if (standing === undefined) return null;
  if (standing.is === 'red') return <StatusBadge tone="good">{sites.redBy[standing.by]}</StatusBadge>;
  return <StatusBadge tone="bad">{sites.standingBy[standing.by]}</StatusBadge>;
}
