import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { home } from '#renderer/app/language/zh/home.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { useDrafts, type DraftRow } from '#renderer/queries/drafts.ts';
import { useSite } from '#renderer/queries/sites.ts';

import { ListPanel, SHOWN } from './ListPanel.tsx';

/** Forms begun and not finished; each leads back to where it was left. */
export function DraftsPanel(): ReactNode {
  const drafts = useDrafts('inspection');
  return (
    <ListPanel
      title={home.drafts}
      rows={drafts?.slice(0, SHOWN)}
      count={drafts?.length ?? 0}
      empty={home.draftsEmpty}
      emptyText={home.draftsEmptyText}
      rest="/inspections"
      row={(draft) => <DraftLine key={draft.id} draft={draft} />}
    />
  );
}

function siteIdOf(content: unknown): string {
  if (typeof content !== 'object' || content === null || !('siteId' in content)) return '';
  return typeof content.siteId === 'string' ? content.siteId : '';
}

function DraftLine({ draft }: { readonly draft: DraftRow }): ReactNode {
  const site = useSite(siteIdOf(draft.content));
  return (
    <LinkRow
      href={`/inspections/draft/${draft.id}`}
      icon={<IconPencil size={24} aria-hidden />}
      title={home.draftOf(home.draftInspection, site?.name ?? '')}
      text={home.draftSaved(showInstant(draft.updatedAt))}
    />
  );
}
