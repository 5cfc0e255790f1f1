import { Button, Group, Stack } from '@mantine/core';
import { useState, type SubmitEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { ErrorState, FormError, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { SiteFields } from './SiteFields.tsx';
import { EMPTY_SITE, errorsOf, siteDataOf, type SiteForm } from './siteForm.ts';

/** Registers a shop; afterwards its page offers the first inspection. */
export function NewSitePage(): ReactNode {
  const catalogue = useCatalogue();
  return (
    <PageColumn narrow>
      <PageHeader title={sites.newTitle} back="/sites" />
      {catalogue === undefined && <LoadingState />}
      {catalogue === null && <ErrorState what={sites.catalogueGone} todo={sites.catalogueGoneText} />}
      {catalogue !== undefined && catalogue !== null && <NewSiteForm divisions={catalogue.divisions} />}
    </PageColumn>
  );
}

type Divisions = Parameters<typeof SiteFields>[0]['divisions'];

function NewSiteForm({ divisions }: { readonly divisions: Divisions }): ReactNode {
  const [, navigate] = useLocation();
  const register = useCommand('site.register');
  const [form, setForm] = useState<SiteForm>(EMPTY_SITE);
  const [checked, setChecked] = useState(false);

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    const element = event.currentTarget;
    if (Object.keys(errorsOf(form)).length > 0) {
      // Wait for the marks to appear, then go to the first one.
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const site = siteDataOf(form);
    const answer = await register.run(site);
    if (!answer.ok) return;
    notifyDone(sites.saved(site.name));
    navigate(`/sites/${answer.value.siteId}`, { replace: true });
  };
  return (
    <Panel>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <SiteFields form={form} onChange={setForm} errors={checked ? errorsOf(form) : {}} divisions={divisions} />
          <FormError error={register.error === undefined ? undefined : messageOf(register.error)} />
          <Group justify="flex-end">
            <Button component={Link} href="/sites" variant="default">
              {common.cancel}
            </Button>
            <Button type="submit" loading={register.pending}>
              {sites.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
