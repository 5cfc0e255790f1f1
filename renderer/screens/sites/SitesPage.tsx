import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconBuildingStore, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { common } from '#renderer/app/language/zh/common.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useSites, type SiteMatches } from '#renderer/queries/sites.ts';

/** The register of shops, searched by name, operator, pinyin initials or address. */
export function SitesPage(): ReactNode {
  const [query, setQuery] = useState('');
  const found = useSites(query);
  const registers = useMayWrite('site.registered');
  const register = registers ? (
    <Button component={Link} href="/sites/new" leftSection={<IconPlus size={20} aria-hidden />}>
      {sites.register}
    </Button>
  ) : undefined;
  return (
    <PageColumn>
      <PageHeader
        title={sites.title}
        actions={register}
        subtitle={
          <TextInput
            aria-label={sites.search}
            placeholder={sites.searchHolder}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setQuery('');
            }}
            leftSection={<IconSearch size={20} aria-hidden />}
            rightSection={
              query === '' ? undefined : (
                <CloseButton size={44} aria-label={common.cancel} onClick={() => setQuery('')} />
              )
            }
            rightSectionWidth={48}
          />
        }
      />
      <Found found={found} register={register} />
    </PageColumn>
  );
}

function Found({
  found,
  register,
}: {
  readonly found: SiteMatches | undefined;
  readonly register: ReactNode;
}): ReactNode {
  if (found === undefined) return <LoadingState />;
  if (found.total === 0)
    return (
      <EmptyState
        title={sites.empty}
        text={sites.emptyText}
        icon={<IconBuildingStore size={44} stroke={1.5} aria-hidden />}
        action={register}
      />
    );
  return (
    <Panel
      flush
      title={sites.list}
      aside={<span role="status">{sites.count(found.rows.length, found.matching, found.total)}</span>}
    >
      {found.matching === 0 ? (
        <EmptyState title={sites.noMatch} text={sites.noMatchText} action={register} />
      ) : (
        <LinkList label={sites.list}>
          {found.rows.map((site) => (
            <LinkRow
              key={site.id}
              href={`/sites/${site.id}`}
              icon={<IconBuildingStore size={24} aria-hidden />}
              title={site.name}
              text={`${site.operator} · ${site.address}`}
            />
          ))}
        </LinkList>
      )}
    </Panel>
  );
}
