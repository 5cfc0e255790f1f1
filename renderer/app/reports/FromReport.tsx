import { Text } from '@mantine/core';
import { IconMessageReport } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { LinkList, LinkRow } from '../../components/LinkRow.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useReportsBehind, type OfReport } from '../../queries/reportWork.ts';
import { fieldWorkText } from '../language/zh/fieldWork.ts';
import { reportSources, reportStages } from '../language/zh/reports.ts';

const words = fieldWorkText.from;
/** More of a report is read on its page. */
const SHOWN = 120;

/** The reports that a record came of, as anybody may read them: never who reported. Nothing where there are none. */
export function FromReport({ of: record }: { readonly of: OfReport }): ReactNode {
  const rows = useReportsBehind(record);
  if (rows === undefined || (rows.length === 0 && record.report === undefined)) return null;
  return (
    <Panel title={words.title} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <Text c="dimmed">{words.gone}</Text>
      ) : (
        <LinkList label={words.title}>
          {rows.map(({ id, data, state }) => (
            <LinkRow
              key={id}
              href={`/reports/${id}`}
              icon={<IconMessageReport size={24} aria-hidden />}
              title={data.text.length > SHOWN ? `${data.text.slice(0, SHOWN)}…` : data.text}
              text={[reportSources[data.source], data.external, data.place.address].filter(Boolean).join(' · ')}
              aside={<StatusBadge tone={reportStages[state].tone}>{reportStages[state].text}</StatusBadge>}
            />
          ))}
        </LinkList>
      )}
    </Panel>
  );
}
