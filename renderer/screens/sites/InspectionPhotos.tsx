import { Anchor, Button, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { sitePhotosText as words } from '#renderer/app/language/zh/sitePhotos.ts';
import { Gallery } from '#renderer/app/photos/Gallery.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useInspections } from '#renderer/queries/inspections.ts';
import { findChecklist } from '#shared/catalogue/find.ts';
import { chinaDateOf, formatChinaDate } from '#shared/kernel/chinaTime.ts';

import { placePhotos } from './photoDays.ts';

/** So many inspections are shown before somebody asks for more. */
const FIRST = 3;

/** The photos that inspections took of the place, the newest first; to be looked at only. Nothing where there are none. */
export function InspectionPhotos({ siteId }: { readonly siteId: string }): ReactNode {
  const rows = useInspections({ siteId });
  const catalogue = useCatalogue();
  const [all, setAll] = useState(false);
  if (rows === undefined || catalogue === undefined) return null;
  const taken = rows.flatMap((row) => {
    const checklist = catalogue === null ? undefined : findChecklist(catalogue, row.checklist, row.checklistVersion);
    const photos = placePhotos(row, checklist);
    return photos.length === 0 ? [] : [{ row, photos }];
  });
  if (taken.length === 0) return null;
  const shown = all ? taken : taken.slice(0, FIRST);
  return (
    <Panel title={words.inspections}>
      <Stack gap="md">
        {shown.map(({ row: { id, submittedAt, officer }, photos }) => {
          const label = words.of(formatChinaDate(chinaDateOf(Date.parse(submittedAt))), officer.name);
          return (
            <div key={id}>
              <Anchor component={Link} href={`/inspections/${id}`} display="inline-block" py="xs" fw={550}>
                {label}
              </Anchor>
              <Gallery label={label} photos={photos} stream={`inspection:${id}`} />
            </div>
          );
        })}
        {shown.length < taken.length && (
          <Button variant="subtle" onClick={() => setAll(true)}>
            {words.more(taken.length - shown.length)}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
