import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { TextField } from '#renderer/components/fields.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useSite, type SiteRow } from '#renderer/queries/sites.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findRegister } from '#shared/catalogue/register.ts';

import { SiteFormPanel } from './SiteFormPanel.tsx';
import { changesOf, formOf, type SiteForm } from './siteForm.ts';

/** Changes what a register knows of a thing: only what was touched is written, so that others' changes stay. */
export function EditSitePage({ id }: { readonly id: string }): ReactNode {
  const site = useSite(id);
  const catalogue = useCatalogue();
  if (site === undefined || catalogue === undefined) return <LoadingState />;
  return (
    <PageColumn narrow>
      <PageHeader title={site === null ? sites.notHere : sites.editTitle(site.name)} back={`/sites/${id}`} />
      {site === null && <EmptyState title={sites.notHere} text={sites.notHereText} />}
      {site !== null && catalogue === null && <ErrorState what={sites.catalogueGone} todo={sites.catalogueGoneText} />}
      {site !== null && catalogue !== null && <Edit site={site} catalogue={catalogue} />}
    </PageColumn>
  );
}

function Edit({ site, catalogue }: { readonly site: SiteRow; readonly catalogue: Catalogue }): ReactNode {
  // What stood here when the form was opened: a change that arrives meanwhile is none of this form's.
  const [before] = useState(site);
  const [reason, setReason] = useState('');
  const [, navigate] = useLocation();
  const command = useCommand('site.change');
  const register = findRegister(catalogue, before.register);
  if (register === undefined) return <ErrorState what={sites.catalogueGone} todo={sites.catalogueGoneText} />;
  const submit = async (form: SiteForm): Promise<void> => {
    const changes = changesOf(before, form, register);
    const isChanged = Object.keys(changes).length > 0;
    if (isChanged && !(await command.run({ siteId: before.id, changes, reason })).ok) return;
    notifyDone(isChanged ? sites.changed(form.name) : sites.nothingChanged);
    navigate(`/sites/${before.id}`, { replace: true });
  };
  return (
    <SiteFormPanel
      start={formOf(before)}
      register={register}
      divisions={catalogue.divisions}
      submitLabel={sites.saveChanges}
      back={`/sites/${before.id}`}
      pending={command.pending}
      error={command.error === undefined ? undefined : messageOf(command.error)}
      onSubmit={(form) => void submit(form)}
    >
      <TextField
        label={sites.reason}
        description={sites.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
    </SiteFormPanel>
  );
}
