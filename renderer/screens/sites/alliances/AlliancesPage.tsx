import { Button, Group, Select, Table, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { selfCheckText } from '#renderer/app/language/zh/selfChecks.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useOrgs } from '#renderer/queries/orgs.ts';
import { useMayReview, useMayWrite } from '#renderer/queries/role.ts';
import { useAllianceRates } from '#renderer/queries/selfChecks.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { findRegister } from '#shared/catalogue/register.ts';
import { addCalendarMonths } from '#shared/kernel/days.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';
import { percentOf, type AllianceRate } from '#shared/site/selfCheck.ts';

import classes from '../selfChecks.module.css';

import { SelfCheckImportDialog } from './SelfCheckImportDialog.tsx';

const words = selfCheckText.alliances;
/** So many months can be looked back. */
const MONTHS = 12;

/** 自治联盟自查: how each alliance of the organisation checks itself in a month; no numbers of inspections. */
export function AlliancesPage(): ReactNode {
  const today = useToday();
  const own = useSession()?.org;
  const brigade = useMayReview();
  const orgs = useOrgs();
  const [picked, setPicked] = useState<string>();
  const org = brigade ? (picked ?? orgs[0]?.org) : own;
  const shop = findRegister(useCatalogue() ?? { registers: [] }, DEFAULT_REGISTER);
  const ended = shop?.states.flatMap(({ id, done = false }) => (done ? [id] : [])) ?? [];
  const enters = useMayWrite('site.selfChecked');
  const months = monthsBefore(today);
  const [month, setMonth] = useState(today.slice(0, 7));
  const [importing, setImporting] = useState(false);
  const rates = useAllianceRates(month, org, ended);
  return (
    <PageColumn>
      <PageHeader
        title={words.title}
        back="/sites"
        actions={
          enters ? (
            <Button
              variant="default"
              leftSection={<IconFileImport size={20} aria-hidden />}
              onClick={() => setImporting(true)}
            >
              {selfCheckText.import.open}
            </Button>
          ) : undefined
        }
      />
      <Group align="flex-end">
        <Select
          label={words.month}
          data={months.map((value) => ({ value, label: words.monthOf(value) }))}
          value={month}
          onChange={(value) => setMonth(value ?? month)}
          allowDeselect={false}
        />
        {brigade && (
          <Select
            label={words.org}
            data={orgs.map(({ org: value, name }) => ({ value, label: name }))}
            value={org ?? null}
            onChange={(value) => setPicked(value ?? undefined)}
            allowDeselect={false}
          />
        )}
        <Text c="dimmed">{words.notNumbers}</Text>
      </Group>
      <Panel title={words.table} flush>
        {rates === undefined && <LoadingState />}
        {rates?.length === 0 && <EmptyState title={words.none} text={words.noneText} />}
        {rates !== undefined && rates.length > 0 && <Rates rates={rates} />}
      </Panel>
      {importing && org !== undefined && <SelfCheckImportDialog org={org} onClose={() => setImporting(false)} />}
    </PageColumn>
  );
}

function Rates({ rates }: { readonly rates: readonly AllianceRate[] }): ReactNode {
  const heads = [words.members, words.checked, words.rate, words.checks, words.passRate] as const;
  return (
    <Table.ScrollContainer minWidth={600}>
      <Table verticalSpacing="sm" horizontalSpacing="1.25rem" aria-label={words.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.alliance}</Table.Th>
            {heads.map((head) => (
              <Table.Th key={head} className={classes['number']}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rates.map(({ alliance, members, checkedMembers, checks, passed }) => (
            <Table.Tr key={alliance}>
              <Table.Th scope="row">{alliance}</Table.Th>
              <Table.Td className={classes['number']}>{members}</Table.Td>
              <Table.Td className={classes['number']}>{checkedMembers}</Table.Td>
              <Table.Td className={classes['number']}>{words.percent(percentOf(checkedMembers, members))}</Table.Td>
              <Table.Td className={classes['number']}>{checks}</Table.Td>
              <Table.Td className={classes['number']}>{words.percent(percentOf(passed, checks))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function monthsBefore(today: string): readonly string[] {
  const first = `${today.slice(0, 7)}-01`;
  return Array.from({ length: MONTHS }, (_, back) => addCalendarMonths(first, -back).slice(0, 7));
}
