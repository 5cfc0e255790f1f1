import { Button, Chip, Group, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { SaveTableButton } from '#renderer/app/SaveTableButton.tsx';
import { moneyText as words } from '#renderer/app/language/zh/money.ts';
import { registerText } from '#renderer/app/language/zh/register.ts';
import { showYuan } from '#renderer/app/language/zh/yuan.ts';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { Sums } from '#renderer/components/Sums.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { ALL_LINES } from '#renderer/queries/caseLines/question.ts';
import { useOwnCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useToday } from '#renderer/queries/useNow.ts';

import { MoneyRow } from './MoneyRow.tsx';
import { ReceiptImportButton } from './import/ReceiptImportButton.tsx';
import { moneyLines, monthsOf, narrowed, sumsOf, type MoneyFilter, type MoneyLine } from './ledger.ts';
import { moneyCsv } from './moneyCsv.ts';

/** Lines that are shown at a time. */
const PAGE = 100;

/** 罚款台账: every payment of the own organisation, and where cash is (行政处罚法 §67-71). */
export function MoneyPage(): ReactNode {
  const cases = useOwnCaseLines({ paid: true, most: ALL_LINES });
  const today = useToday();
  const catalogue = useCatalogue();
  if (cases === undefined) return <LoadingState />;
  const lines = moneyLines(
    cases.lines.flatMap(({ paid }) => paid ?? []),
    today,
    catalogue?.calendar,
  );
  return (
    <>
      <PageHeader title={words.title} back="/cases" actions={<ReceiptImportButton />} />
      <PageColumn>
        {lines.length === 0 ? <EmptyState title={words.empty} text={words.emptyHint} /> : <Ledger lines={lines} />}
      </PageColumn>
    </>
  );
}

function Ledger({ lines }: { readonly lines: readonly MoneyLine[] }): ReactNode {
  const [filter, setFilter] = useState<MoneyFilter>({ month: '', only: 'all' });
  const [count, setCount] = useState(PAGE);
  const { person } = useNames();
  const today = useToday();
  const shown = narrowed(lines, filter);
  const sums = sumsOf(shown);
  const months = monthsOf(lines).map((value) => ({ value, label: words.monthName(value) }));
  return (
    <>
      <Group align="end" gap="md">
        <Select
          label={words.month}
          data={[{ value: '', label: words.allMonths }, ...months]}
          value={filter.month}
          onChange={(month) => setFilter({ ...filter, month: month ?? '' })}
          allowDeselect={false}
        />
        <Chip.Group value={filter.only} onChange={(only) => setFilter({ ...filter, only: only })}>
          <Group gap="xs" role="group" aria-label={words.only}>
            {(['all', 'held', 'late', 'doubled'] as const).map((only) => (
              <Chip key={only} value={only} variant="outline" size="md">
                {words.filters[only]}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Group>
      <Sums
        sums={(['paid', 'officer', 'unit', 'bank', 'late'] as const).map((key) => ({
          ...{ key, label: words.sums[key], value: showYuan(sums[key]) },
          bad: key === 'late' && sums[key] > 0,
        }))}
      />
      <Panel
        title={words.lines}
        flush
        aside={
          <SaveTableButton
            label={words.save}
            name={words.file(today)}
            disabled={shown.length === 0}
            text={() => moneyCsv(shown, person)}
          />
        }
      >
        {shown.length === 0 && <EmptyState title={words.nothing} />}
        <LinkList label={words.lines}>
          {shown.slice(0, count).map((line) => (
            <MoneyRow key={line.event} line={line} person={person(line.by)} />
          ))}
        </LinkList>
        {shown.length > count && (
          <Button variant="subtle" fullWidth onClick={() => setCount(count + PAGE)}>
            {registerText.more}
          </Button>
        )}
      </Panel>
    </>
  );
}
