import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { inspectionsText as words } from '#renderer/app/language/zh/inspections.ts';
import { PermitsButton } from '#renderer/app/registers/SitePermits.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/components/states.tsx';
import type { InspectionDraft } from '#renderer/data/client.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useDraft, type DraftRow } from '#renderer/queries/drafts.ts';
import { useSite } from '#renderer/queries/sites.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findChecklist } from '#shared/catalogue/find.ts';
import { PERMIT_REGISTER } from '#shared/site/permits.ts';

import { ChecklistForm } from './ChecklistForm.tsx';
import { parseDraft } from './parseDraft.ts';

function BackToList(): ReactNode {
  return (
    <Button variant="default" component={Link} href="/inspections">
      {words.backToList}
    </Button>
  );
}

type LoadedProps = { readonly id: string; readonly draft: InspectionDraft; readonly catalogue: Catalogue };

function Loaded({ id, draft, catalogue }: LoadedProps): ReactNode {
  const site = useSite(draft.siteId);
  const checklist = findChecklist(catalogue, draft.checklist, draft.checklistVersion);
  if (site === undefined) return <LoadingState />;
  if (checklist === undefined) return <ErrorState what={words.noChecklist} todo={words.noChecklistHint} />;
  return (
    <ChecklistForm
      id={id}
      initial={draft}
      checklist={checklist}
      siteName={site?.name ?? words.unknownSite}
      lookUp={site !== null && site.register !== PERMIT_REGISTER && <PermitsButton site={site} />}
    />
  );
}

/** The form of an inspection in the making. It reads the draft once; from then on the form is the newest copy. */
export function InspectionFormPage({ id }: { readonly id: string }): ReactNode {
  const row = useDraft(id);
  const catalogue = useCatalogue();
  const [opened, setOpened] = useState<DraftRow>();
  if (opened === undefined && row !== undefined && row !== null) setOpened(row);

  if (opened === undefined) {
    return (
      <>
        <PageHeader title={words.title} back="/inspections" />
        {row === undefined ? (
          <LoadingState />
        ) : (
          <EmptyState title={words.draftMissing} text={words.draftMissingHint} action={<BackToList />} />
        )}
      </>
    );
  }
  const draft = parseDraft(opened.content);
  if (catalogue === undefined) return <LoadingState />;
  if (draft === undefined) {
    return <ErrorState what={words.draftUnreadable} todo={words.draftUnreadableHint} />;
  }
  if (catalogue === null) return <ErrorState what={words.noChecklist} todo={words.noChecklistHint} />;
  return <Loaded id={id} draft={draft} catalogue={catalogue} />;
}
