import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { inspectionsText as words } from '#renderer/app/language/zh/inspections.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import type { DraftRow } from '#renderer/queries/drafts.ts';
import { useSite } from '#renderer/queries/sites.ts';

import { parseDraft } from './parseDraft.ts';

/** An inspection in the making, as a line that continues it. */
export function DraftLine({ row }: { readonly row: DraftRow }): ReactNode {
  const draft = parseDraft(row.content);
  const site = useSite(draft?.siteId ?? '');
  const failed = draft?.answers.filter((answer) => answer.answer === 'fail').length ?? 0;
  return (
    <LinkRow
      href={`/inspections/draft/${row.id}`}
      icon={<IconPencil size={24} aria-hidden />}
      title={site?.name ?? words.unknownSite}
      text={`${words.editedAt(showInstant(row.updatedAt))}${failed > 0 ? ` · ${words.form.failedCount(failed)}` : ''}`}
      aside={words.continueDraft}
    />
  );
}
