import { Button, TextInput } from '@mantine/core';
import { IconClipboardPlus, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { inspectionsText as words } from '#renderer/app/language/zh/inspections.ts';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useDrafts } from '#renderer/queries/drafts.ts';
import { useInspections, type InspectionRow } from '#renderer/queries/inspections.ts';

import { DraftLine } from './DraftLine.tsx';
import { InspectionLine } from './InspectionLine.tsx';
import { StartInspectionDialog } from './StartInspectionDialog.tsx';

function matches(row: InspectionRow, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [row.site.name, row.site.operator, row.site.address, row.officer.name].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}

function Submitted({
  rows,
  onStart,
}: {
  readonly rows: readonly InspectionRow[];
  readonly onStart: ReactNode;
}): ReactNode {
  const [query, setQuery] = useState('');
  const shown = rows.filter((row) => matches(row, query));
  if (rows.length === 0) return <EmptyState title={words.empty} text={words.emptyHint} action={onStart} />;
  return (
    <Panel
      title={words.submitted}
      flush
      aside={
        <TextInput
          aria-label={words.searchSubmitted}
          placeholder={words.searchSubmitted}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          miw="18rem"
        />
      }
    >
      {shown.length === 0 ? (
        <EmptyState title={words.nothingMatches} />
      ) : (
        <LinkList label={words.submitted}>
          {shown.map((row) => (
            <InspectionLine key={row.id} row={row} />
          ))}
        </LinkList>
      )}
    </Panel>
  );
}

/** Inspections: the ones in the making first, then the submitted ones, and the way to start a new one. */
export function InspectionsPage(): ReactNode {
  const drafts = useDrafts('inspection');
  const rows = useInspections();
  const [choosing, setChoosing] = useState(false);
  const start = (
    <Button leftSection={<IconClipboardPlus size={22} aria-hidden />} onClick={() => setChoosing(true)}>
      {words.start}
    </Button>
  );

  return (
    <>
      <PageHeader title={words.title} actions={rows?.length === 0 ? undefined : start} />
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
          <Submitted rows={rows} onStart={start} />
        </PageColumn>
      )}
    </>
  );
}
