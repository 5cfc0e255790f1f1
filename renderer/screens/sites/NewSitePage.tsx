import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';

import { ChecklistQuestion } from '#renderer/app/ChecklistQuestion.tsx';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { fieldWorkText } from '#renderer/app/language/zh/fieldWork.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useReport, type ReportRow } from '#renderer/queries/reports.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { useStartInspection } from '#renderer/queries/useStartInspection.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Register } from '#shared/catalogue/register.ts';

import { SiteFormPanel } from './SiteFormPanel.tsx';
import { registerFor } from './registerOf.ts';
import { siteDataOf, startOf, type SiteForm } from './siteForm.ts';

/**
 * Registers a thing, a shop unless the address asks for another register; afterwards its page is shown. With a `report` in the
 * address it stands at that report's place, and the field work (`then`) goes on with it.
 */
export function NewSitePage(): ReactNode {
  const catalogue = useCatalogue();
  const search = useSearch();
  const asked = new URLSearchParams(search);
  const report = useReport(asked.get('report') ?? '');
  const register =
    catalogue === undefined || catalogue === null
      ? undefined
      : registerFor(catalogue, asked.has('register') ? search : 'register=shop');
  return (
    <PageColumn narrow>
      <PageHeader
        title={register === undefined ? sites.title : sites.registerIn(register.name)}
        back={report ? `/reports/${report.id}` : '/sites'}
      />
      {(catalogue === undefined || report === undefined) && <LoadingState />}
      {catalogue !== undefined && register === undefined && (
        <ErrorState what={sites.catalogueGone} todo={sites.catalogueGoneText} />
      )}
      {catalogue !== undefined && catalogue !== null && register !== undefined && report !== undefined && (
        <Form
          key={register.id}
          search={search}
          register={register}
          catalogue={catalogue}
          report={report ?? undefined}
          then={asked.get('then') === 'file' ? 'file' : 'inspect'}
        />
      )}
    </PageColumn>
  );
}

type FormProps = {
  readonly register: Register;
  /** The address, which may bring a border that was drawn on the map. */
  readonly search: string;
  readonly catalogue: Catalogue;
  readonly report: ReportRow | undefined;
  readonly then: 'inspect' | 'file';
};

function Form({ register, search, catalogue, report, then }: FormProps): ReactNode {
  const [, navigate] = useLocation();
  const command = useCommand('site.register');
  const starter = useStartInspection();
  const place = report?.data.place;
  // Registered once, also when what comes next was refused and saving is tried again.
  const [registered, setRegistered] = useState<string>();
  const goOn = async (siteId: string): Promise<void> => {
    if (report === undefined) navigate(`/sites/${siteId}`, { replace: true });
    else if (then === 'file') navigate(`/cases/file/${siteId}?report=${report.id}`, { replace: true });
    else await starter.start(siteId, undefined, { report: report.id });
  };
  const submit = async (form: SiteForm): Promise<void> => {
    if (registered !== undefined) return goOn(registered);
    const site = siteDataOf(form, register);
    const answer = await command.run(site);
    if (!answer.ok) return;
    notifyDone(sites.saved(site.name));
    setRegistered(answer.value.siteId);
    await goOn(answer.value.siteId);
  };
  const error = command.error ?? starter.error;
  return (
    <>
      <ChecklistQuestion starter={starter} />
      <SiteFormPanel
        start={{ ...startOf(register, search), ...(place !== undefined && placeFields(place)) }}
        register={register}
        divisions={catalogue.divisions}
        submitLabel={sites.save}
        back={report === undefined ? '/sites' : `/reports/${report.id}`}
        pending={command.pending || starter.pending}
        error={error === undefined ? undefined : messageOf(error)}
        onSubmit={(form) => void submit(form)}
      >
        {report !== undefined && <Text c="dimmed">{fieldWorkText.from.fill}</Text>}
      </SiteFormPanel>
    </>
  );
}

function placeFields({ address, division = '', street = '', position }: ReportRow['data']['place']): Partial<SiteForm> {
  return { address, street, position, division: division === '' ? street.slice(0, 6) : division };
}
