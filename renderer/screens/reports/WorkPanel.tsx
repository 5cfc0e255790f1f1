import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { showInstant, showTenths } from '#renderer/app/format.ts';
import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { fieldWorkText as words } from '#renderer/app/language/zh/fieldWork.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import type { DraftRow } from '#renderer/queries/drafts.ts';
import type { ReportWork } from '#renderer/queries/reportWork.ts';
import { useMayReview } from '#renderer/queries/role.ts';

/** The inspections and cases that came of a report, with their state, and what the person has begun of either. */
export function WorkPanel({ work }: { readonly work: ReportWork | undefined }): ReactNode {
  const folder = useMayReview() ? 'review' : 'cases';
  if (work === undefined) return <LoadingState />;
  const { inspections, cases, drafts } = work;
  if (inspections.length + cases.length + drafts.length === 0)
    return (
      <Panel title={words.born} flush>
        <EmptyState title={words.none} text={words.noneText} />
      </Panel>
    );
  return (
    <Panel title={words.born} flush>
      <LinkList label={words.born}>
        {drafts.map((draft) => (
          <DraftRowLine key={draft.id} draft={draft} />
        ))}
        {cases.map(({ id, title, stage, foundAt }) => (
          <LinkRow
            key={id}
            href={`/${folder}/${id}`}
            title={title}
            text={words.caseText(showInstant(foundAt))}
            aside={<StatusBadge tone={stageWords[stage].tone}>{stageWords[stage].text}</StatusBadge>}
          />
        ))}
        {inspections.map(({ id, site, submittedAt, officer, scoreTenths, answers }) => {
          const failed = answers.filter(({ answer }) => answer === 'fail').length;
          return (
            <LinkRow
              key={id}
              href={`/inspections/${id}`}
              title={site.name}
              text={words.inspectionText(showInstant(submittedAt), officer.name, showTenths(scoreTenths))}
              aside={<StatusBadge tone={failed > 0 ? 'warn' : 'good'}>{words.failed(failed)}</StatusBadge>}
            />
          );
        })}
      </LinkList>
    </Panel>
  );
}

/** A form in the making: the way back into it, so that nobody begins it twice. */
function DraftRowLine({ draft }: { readonly draft: DraftRow }): ReactNode {
  const kind = draft.kind === 'file' ? 'file' : 'inspection';
  return (
    <LinkRow
      href={kind === 'file' ? `/cases/file/${draft.id}` : `/inspections/draft/${draft.id}`}
      icon={<IconPencil size={24} aria-hidden />}
      title={words.draft[kind]}
      text={showInstant(draft.updatedAt)}
      aside={<StatusBadge tone="info">{words.draftState}</StatusBadge>}
    />
  );
}
