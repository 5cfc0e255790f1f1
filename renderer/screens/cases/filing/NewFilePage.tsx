import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useSearch } from 'wouter';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { fieldWorkText } from '#renderer/app/language/zh/fieldWork.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useDraft } from '#renderer/queries/drafts.ts';
import { useReport, type ReportRow } from '#renderer/queries/reports.ts';
import { useSite, type SiteRow } from '#renderer/queries/sites.ts';
import { usePreparedPapers } from '#renderer/queries/usePreparedPapers.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { NewFileFields } from './NewFileFields.tsx';
import { newFile, parseNewFile, type NewFile } from './newFile.ts';

const words = fileText.new;

type LoadedProps = { readonly site: SiteRow; readonly catalogue: Catalogue; readonly report: ReportRow | undefined };

function Loaded({ site, catalogue, report }: LoadedProps): ReactNode {
  const draft = useDraft(site.id);
  // The form starts from the first answer; later ones are its own saves coming back.
  const [initial, setInitial] = useState<NewFile>();
  if (draft === undefined) return <LoadingState />;
  if (initial === undefined) {
    const kept = draft?.kind === 'file' ? parseNewFile(draft.content) : undefined;
    const fresh = (): NewFile => newFile(site.id, { ...site, siteId: site.id }, report);
    if (kept !== undefined && report !== undefined && kept.report !== report.id)
      return <OtherKept onContinue={() => setInitial(kept)} onAnew={() => setInitial(fresh())} />;
    setInitial(kept ?? fresh());
    return <LoadingState />;
  }
  return <NewFileFields site={site} initial={initial} matters={catalogue.matters} />;
}

type OtherProps = { readonly onContinue: () => void; readonly onAnew: () => void };

/** A file of this place was begun for something else: it is only left behind when the officer says so. */
function OtherKept({ onContinue, onAnew }: OtherProps): ReactNode {
  const said = fieldWorkText.filing;
  return (
    <EmptyState
      title={said.other}
      text={said.otherText}
      action={
        <Group>
          <Button variant="default" onClick={onContinue}>
            {said.goOn}
          </Button>
          <Button onClick={onAnew}>{said.anew}</Button>
        </Group>
      }
    />
  );
}

/** 登记案件 at a place: which procedure, which matter, what was seen; the address may name the report (`report`) it is about. */
export function NewFilePage({ siteId }: { readonly siteId: string }): ReactNode {
  usePreparedPapers();
  const site = useSite(siteId);
  const catalogue = useCatalogue();
  const asked = new URLSearchParams(useSearch()).get('report') ?? '';
  const report = useReport(asked);
  const here = site !== undefined && site !== null;
  return (
    <>
      <PageHeader
        title={words.title}
        back={asked === '' ? `/sites/${siteId}` : `/reports/${asked}`}
        subtitle={here ? words.site(site.name) : undefined}
      />
      {(site === undefined || catalogue === undefined || report === undefined) && <LoadingState />}
      {site === null && <EmptyState title={words.noSite} />}
      {catalogue === null && <ErrorState {...messageOf({ code: 'catalogue_unreadable' })} />}
      {here && catalogue !== undefined && catalogue !== null && report !== undefined && (
        <Loaded site={site} catalogue={catalogue} report={report ?? undefined} />
      )}
    </>
  );
}
