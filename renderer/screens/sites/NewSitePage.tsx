import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { SiteFormPanel } from './SiteFormPanel.tsx';
import { registerFor } from './registerOf.ts';
import { siteDataOf, startOf, type SiteForm } from './siteForm.ts';

/** Registers a thing, a shop unless the address asks for another register; afterwards its page is shown. */
export function NewSitePage(): ReactNode {
  const catalogue = useCatalogue();
  const search = useSearch();
  const [, navigate] = useLocation();
  const command = useCommand('site.register');
  const asked = search === '' ? 'register=shop' : search;
  const register = catalogue === undefined || catalogue === null ? undefined : registerFor(catalogue, asked);

  const submit = async (form: SiteForm): Promise<void> => {
    if (register === undefined) return;
    const site = siteDataOf(form, register);
    const answer = await command.run(site);
    if (!answer.ok) return;
    notifyDone(sites.saved(site.name));
    navigate(`/sites/${answer.value.siteId}`, { replace: true });
  };
  return (
    <PageColumn narrow>
      <PageHeader title={register === undefined ? sites.title : sites.registerIn(register.name)} back="/sites" />
      {catalogue === undefined && <LoadingState />}
      {catalogue !== undefined && register === undefined && (
        <ErrorState what={sites.catalogueGone} todo={sites.catalogueGoneText} />
      )}
      {catalogue !== undefined && catalogue !== null && register !== undefined && (
        <SiteFormPanel
          key={register.id}
          start={startOf(register, asked)}
          register={register}
          divisions={catalogue.divisions}
          submitLabel={sites.save}
          back="/sites"
          pending={command.pending}
          error={command.error === undefined ? undefined : messageOf(command.error)}
          onSubmit={(form) => void submit(form)}
        />
      )}
    </PageColumn>
  );
}
