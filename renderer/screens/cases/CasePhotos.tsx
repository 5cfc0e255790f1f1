import type { ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { Gallery } from '#renderer/app/photos/Gallery.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { EmptyState } from '#renderer/components/states.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useReading } from '#renderer/queries/photos.ts';

const words = casesText.page;

/** Every photo of the case, with its metadata in the viewer. */
export function CasePhotos({ row }: { readonly row: CaseRow }): ReactNode {
  useReading(`case:${row.id}`);
  return (
    <Panel title={words.photos}>
      {row.photos.length === 0 ? (
        <EmptyState title={words.noPhotos} />
      ) : (
        <Gallery label={words.photos} stream={`case:${row.id}`} photos={row.photos} />
      )}
    </Panel>
  );
}
