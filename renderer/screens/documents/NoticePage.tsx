import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCase, type CaseRow } from '#renderer/queries/cases.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useDraft } from '#renderer/queries/drafts.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { usePreparedPapers } from '#renderer/queries/usePreparedPapers.ts';
import { guardStep } from '#shared/case/steps.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { NoticeEditor } from './NoticeEditor.tsx';
import { parseNotice, proposeNotice, type NoticeForm } from './notice.ts';

type Start = { readonly form: NoticeForm } | { readonly closed: { readonly code: string; readonly article: string } };

function ToCase({ id }: { readonly id: string }): ReactNode {
  return (
    <Button variant="default" component={Link} href={`/cases/${id}`}>
      {words.back}
    </Button>
  );
}

/** Decides once, when everything is read: an issued notice must not close the page under its own result. */
function Loaded({ row, catalogue }: { readonly row: CaseRow; readonly catalogue: Catalogue }): ReactNode {
  const session = useSession();
  const draft = useDraft(row.id);
  const names = useNames();
  const todayOn = useToday();
  const [start, setStart] = useState<Start>();
  if (session === undefined || draft === undefined || !names.ready) return <LoadingState />;
  if (start === undefined) {
    const guard = guardStep(row, 'issueNotice', {
      role: session.role ?? '',
      org: session.org,
      todayOn,
      officerCertificateExpiresOn: session.certificateExpiresOn,
    });
    const kept = draft?.kind === 'notice' ? parseNotice(draft.content) : undefined;
    setStart(
      guard.ok
        ? { form: kept ?? proposeNotice(row, catalogue.matters, names.orgPhone(row.org)) }
        : { closed: guard.error },
    );
    return <LoadingState />;
  }
  if ('closed' in start) {
    const { what, todo } = messageOf({ code: start.closed.code, article: start.closed.article || undefined });
    return <EmptyState title={words.stepClosed} text={`${what}。${todo}`} action={<ToCase id={row.id} />} />;
  }
  return <NoticeEditor row={row} initial={start.form} catalogue={catalogue} />;
}

/** Makes a 责令限期改正通知书: the form beside the page as it will be printed. */
export function NoticePage({ caseId }: { readonly caseId: string }): ReactNode {
  usePreparedPapers();
  const row = useCase(caseId);
  const catalogue = useCatalogue();
  return (
    <>
      <PageHeader
        title={words.title}
        back={`/cases/${caseId}`}
        subtitle={row === undefined || row === null ? undefined : words.forCase(row.title)}
      />
      {(row === undefined || catalogue === undefined) && <LoadingState />}
      {row === null && <EmptyState title={words.missing} text={words.missingHint} action={<ToCase id={caseId} />} />}
      {catalogue === null && <ErrorState {...messageOf({ code: 'catalogue_unreadable' })} />}
      {row !== undefined && row !== null && catalogue !== undefined && catalogue !== null && (
        <Loaded row={row} catalogue={catalogue} />
      )}
    </>
  );
}
