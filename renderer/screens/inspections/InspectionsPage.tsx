import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconClipboardPlus, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { inspectionsText as words } from '#renderer/app/language/zh/inspections.ts';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useDrafts } from '#renderer/queries/drafts.ts';
import { useInspections, type InspectionRow } from '#renderer/queries/inspections.ts';

import { DraftLine } from './DraftLine.tsx';
import { InspectionLine } from './InspectionLine.tsx';
import { StartInspectionDialog } from './StartInspectionDialog.tsx';

/** No campaign is asked for. */
const ALL = '';

function matches(row: InspectionRow, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [row.site.name, row.site.operator, row.site.address, row.officer.name].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}

function Submitted({
  rows,
  campaign,
  onCampaign,
  onStart,
}: {
  readonly rows: readonly InspectionRow[];
  readonly campaign: string | undefined;
  readonly onCampaign: (campaign: string | undefined) => void;
  readonly onStart: ReactNode;
}): ReactNode {
  const [query, setQuery] = useState('');
  const shown = rows.filter((row) => matches(row, query));
  const campaigns = useCatalogue()?.campaigns ?? [];
  if (rows.length === 0 && campaign === undefined)
    return <EmptyState title={words.empty} text={words.emptyHint} action={onStart} />;
  return (
    <Panel
      title={words.submitted}
      flush
      aside={
        <Group gap="sm">
          {campaigns.length > 0 && (
            <Select
              aria-label={words.campaign}
              data={[
                { value: ALL, label: words.allCampaigns },
                ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={campaign ?? ALL}
              onChange={(id) => onCampaign(id === null || id === ALL ? undefined : id)}
              allowDeselect={false}
            />
          )}
          <TextInput
            aria-label={words.searchSubmitted}
            placeholder={words.searchSubmitted}
            leftSection={<IconSearch size={20} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            miw="18rem"
          />
        </Group>
      }
    >
      {shown.length === 0 ? (
        <EmptyState title={words.nothingMatches} />
      ) : (
        <LinkList label={words.submitted}>
          {shown.map((row) => (
            <InspectionLine key={row.id} row={row} campaigns={campaigns} />
          ))}
        </LinkList>
      )}
    </Panel>
  );
}

/** Inspections: the ones in the making first, then the submitted ones, and the way to start a new one. */
export function InspectionsPage(): ReactNode {
  const drafts = useDrafts('inspection');
  const [campaign, setCampaign] = useState<string>();
  const rows = useInspections({ campaign });
  const [choosing, setChoosing] = useState(false);
  const start = (
    <Button leftSection={<IconClipboardPlus size={22} aria-hidden />} onClick={() => setChoosing(true)}>
      {words.start}
    </Button>
  );

  return (
    <>
      <PageHeader title={words.title} actions={rows?.length === 0 && campaign === undefined ? undefined : start} />
      <StartInspectionDialog opened={choosing} onClose={() => setChoosing(false)} />
      {drafts === undefined || rows === undefined ? (
        <LoadingState />
      ) : (
        <PageColumn>
          {drafts.length > 0 && (
            <Panel title={words.drafts} flush>
              <LinkList label={words.drafts}>
                {drafts.map((draft) => (
                  <DraftLine key={draft.id} row={draft} />
                ))}
              </LinkList>
            </Panel>
          )}
          <Submitted rows={rows} campaign={campaign} onCampaign={setCampaign} onStart={start} />
        </PageColumn>
      )}
    </>
  );
}
