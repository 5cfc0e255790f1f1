import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconMessageReport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { reportSources, reportsText as words } from '#renderer/app/language/zh/reports.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useBadIntake } from '#renderer/queries/meta.ts';
import { useReports, type ReportRow } from '#renderer/queries/reports.ts';
import { useMayReview, useMayWrite } from '#renderer/queries/role.ts';
import { useNow } from '#renderer/queries/useNow.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { REPORT_SOURCES, type ReportSource } from '#shared/events/reportEvents.ts';

import { OrgTable } from './OrgTable.tsx';
import { ReportLine } from './ReportLine.tsx';
import { lateFirst } from './byOrg.ts';
import { ReportImportButton } from './import/ReportImportButton.tsx';
import { entriesOf, isInTab, matchesReport, PAGE_SIZE, TABS, type ReportEntry, type Tab } from './reportList.ts';
import classes from './reports.module.css';

/** 群众诉求: what citizens reported, the most urgent first. */
export function ReportsPage(): ReactNode {
  const rows = useReports();
  const catalogue = useCatalogue();
  const badIntake = useBadIntake();
  const receives = useMayWrite('report.received');
  return (
    <PageColumn>
      <PageHeader
        title={words.title}
        actions={
          receives ? (
            <Group>
              <ReportImportButton rows={rows} />
              <Button component={Link} href="/reports/new" leftSection={<IconPlus size={20} aria-hidden />}>
                {words.add}
              </Button>
            </Group>
          ) : undefined
        }
      />
      {receives && badIntake.length > 0 && <Text role="status">{words.badIntake(badIntake)}</Text>}
      {rows === undefined || catalogue === undefined || catalogue === null ? (
        <LoadingState />
      ) : (
        <Found rows={rows} catalogue={catalogue} />
      )}
    </PageColumn>
  );
}

type Filter = {
  readonly tab: Tab | undefined;
  readonly source: ReportSource | 'all';
  readonly text: string;
  /** Empty: of every organisation. */
  readonly org: string;
  readonly page: number;
};

function Found({ rows, catalogue }: { readonly rows: readonly ReportRow[]; readonly catalogue: Catalogue }): ReactNode {
  const nowMs = useNow();
  const [filter, setFilter] = useState<Filter>({ tab: undefined, source: 'all', text: '', org: '', page: 1 });
  // Who sends others begins with what waits for that; everybody else with what is being worked on.
  const triages = useMayWrite('report.triaged');
  const brigade = useMayReview();
  const tab = filter.tab ?? (brigade ? 'all' : triages ? 'open' : 'running');
  const all = useMemo(() => {
    const entries = entriesOf(rows, catalogue, nowMs);
    return brigade ? lateFirst(entries) : entries;
  }, [rows, catalogue, nowMs, brigade]);
  if (rows.length === 0)
    return (
      <EmptyState
        title={words.empty}
        text={words.emptyText}
        icon={<IconMessageReport size={44} stroke={1.5} aria-hidden />}
      />
    );
  const matching = all.filter((entry) => matchesReport(entry, filter));
  const shown = matching.filter((entry) => isInTab(entry, tab));
  const options = TABS.map((value) => {
    const count = matching.filter((entry) => isInTab(entry, value)).length;
    return { value, label: words.tabCount(words.tab[value], count), tone: value === 'late' ? 'bad' : 'info' } as const;
  });
  return (
    <>
      {brigade && (
        <OrgTable entries={all} picked={filter.org} onPick={(org) => setFilter({ ...filter, org, page: 1 })} />
      )}
      <BigChoice
        label={words.tabs}
        options={options}
        value={tab}
        onChange={(next) => setFilter({ ...filter, tab: next, page: 1 })}
      />
      <FilterBar filter={filter} onChange={setFilter} />
      <Rows entries={shown} names={brigade} page={filter.page} onPage={(page) => setFilter({ ...filter, page })} />
    </>
  );
}

const SOURCES = [
  { value: 'all', label: words.allSources },
  ...REPORT_SOURCES.map((value) => ({ value, label: reportSources[value] })),
];

function FilterBar({
  filter,
  onChange,
}: {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}): ReactNode {
  return (
    <div className={classes['filters']}>
      <TextInput
        label={words.search}
        placeholder={words.searchHint}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value, page: 1 })}
        className={classes['search']}
      />
      <Select
        label={words.source}
        data={SOURCES}
        value={filter.source}
        onChange={(source) => onChange({ ...filter, source: (source ?? 'all') as Filter['source'], page: 1 })}
        allowDeselect={false}
      />
    </div>
  );
}

type RowsProps = {
  readonly entries: readonly ReportEntry[];
  /** Each line says whose it is. */
  readonly names: boolean;
  readonly page: number;
  readonly onPage: (page: number) => void;
};

function Rows({ entries, names, page, onPage }: RowsProps): ReactNode {
  const { org } = useNames();
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const current = Math.min(page, pages);
  return (
    <Panel flush title={words.list} aside={<span role="status">{words.count(entries.length)}</span>}>
      {entries.length === 0 ? (
        <EmptyState title={words.noMatch} text={words.noMatchText} />
      ) : (
        <LinkList label={words.list}>
          {entries.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((entry) => (
            <ReportLine key={entry.row.id} entry={entry} org={names ? org(entry.row.org) : undefined} />
          ))}
        </LinkList>
      )}
      {pages > 1 && (
        <Group justify="center" p="md">
          <Button variant="default" disabled={current === 1} onClick={() => onPage(current - 1)}>
            {words.previous}
          </Button>
          <Text>{words.page(current, pages)}</Text>
          <Button variant="default" disabled={current === pages} onClick={() => onPage(current + 1)}>
            {words.next}
          </Button>
        </Group>
      )}
    </Panel>
  );
}
