import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { reportsText as words } from '#renderer/app/language/zh/reports.ts';
import { Gallery } from '#renderer/app/photos/Gallery.tsx';
import { KeyValue, type KeyValueRow } from '#renderer/components/KeyValue.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useNames } from '#renderer/queries/directory.ts';
import { useReading } from '#renderer/queries/photos.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import classes from './reports.module.css';

/** What was reported, where and when, and until when it is to be answered. */
export function ReportFacts({ row, catalogue }: { readonly row: ReportRow; readonly catalogue: Catalogue }): ReactNode {
  const stream = `report:${row.id}`;
  useReading(stream);
  const after = row.handled?.photos ?? [];
  return (
    <Panel title={words.detail.facts}>
      <Stack gap="md">
        <p className={classes['prose']}>{row.data.text}</p>
        <Facts row={row} catalogue={catalogue} />
        {row.data.photos.length > 0 && <Gallery label={words.form.photos} photos={row.data.photos} stream={stream} />}
        {after.length > 0 && <Gallery label={words.detail.photosAfter} photos={after} stream={stream} />}
      </Stack>
    </Panel>
  );
}

function Facts({ row, catalogue }: { readonly row: ReportRow; readonly catalogue: Catalogue }): ReactNode {
  const names = useNames();
  const { data, dispatch } = row;
  const limit = row.triage?.verdict === 'accepted' ? row.triage.limit : undefined;
  const streets = catalogue.divisions.flatMap(({ streets: all }) => all);
  const street = streets.find(({ code }) => code === data.place.street)?.name ?? '';
  const matter = catalogue.limits.matters.find(({ code }) => code === data.matter)?.name ?? data.matter;
  const to = [dispatch?.team, dispatch?.officer && names.person(dispatch.officer.user)];
  const rows: readonly KeyValueRow[] = [
    { key: words.form.address, value: `${street}${data.place.address}` },
    { key: words.form.happened, value: showInstant(data.happenedAt) },
    { key: words.detail.received, value: showInstant(data.receivedAt) },
    { key: words.detail.number, value: data.external },
    { key: words.form.matter, value: matter },
    ...visitRows(row),
    { key: words.form.wish, value: data.wish },
    { key: words.detail.limit, value: limit && words.detail.limitOf(limit.name, limit.count, limit.unit) },
    { key: words.detail.to, value: to.filter((one) => one !== undefined).join(' · ') },
  ];
  return <KeyValue rows={rows.filter(({ value }) => value !== undefined && value !== '')} />;
}

function visitRows({ data: { visit } }: ReportRow): readonly KeyValueRow[] {
  if (visit === undefined) return [];
  return [
    { key: words.form.community, value: visit.community },
    { key: words.form.topic, value: words.form.topics[visit.topic] },
    { key: words.form.headcount, value: String(visit.headcount) },
    { key: words.form.problems, value: visit.problems },
  ];
}
