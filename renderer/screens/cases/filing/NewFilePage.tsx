import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useDraft } from '#renderer/queries/drafts.ts';
import { useSite, type SiteRow } from '#renderer/queries/sites.ts';
import { usePreparedPapers } from '#renderer/queries/usePreparedPapers.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { NewFileFields } from './NewFileFields.tsx';
import { newFile, parseNewFile, type NewFile } from './newFile.ts';

const words = fileText.new;

type LoadedProps = { readonly site: SiteRow; readonly catalogue: Catalogue };

function Loaded({ site, catalogue }: LoadedProps): ReactNode {
  const draft = useDraft(site.id);
  // The form starts from the first answer; later ones are its own saves coming back.
  const [initial, setInitial] = useState<NewFile>();
  if (draft === undefined) return <LoadingState />;
  if (initial === undefined) {
    setInitial(
      (draft?.kind === 'file' ? parseNewFile(draft.content) : undefined) ??
        newFile(site.id, { ...site, siteId: site.id }),
    );
    return <LoadingState />;
  }
  return <NewFileFields site={site} initial={initial} matters={catalogue.matters} />;
}

/** 登记案件 at a place: which procedure, which matter, what was seen. */
export function NewFilePage({ siteId }: { readonly siteId: string }): ReactNode {
  usePreparedPapers();
  const site = useSite(siteId);
  const catalogue = useCatalogue();
  const here = site !== undefined && site !== null;
  return (
    <>
      <PageHeader title={words.title} back={`/sites/${siteId}`} subtitle={here ? words.site(site.name) : undefined} />
      {(site === undefined || catalogue === undefined) && <LoadingState />}
      {site === null && <EmptyState title={words.noSite} />}
      {catalogue === null && <ErrorState {...messageOf({ code: 'catalogue_unreadable' })} />}
      {here && catalogue !== undefined && catalogue !== null && <Loaded site={site} catalogue={catalogue} />}
    </>
  );
}
