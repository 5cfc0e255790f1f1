import { Button, Group, SimpleGrid } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { ChecklistQuestion } from '#renderer/app/ChecklistQuestion.tsx';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { SitePermits } from '#renderer/app/registers/SitePermits.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { EmptyState, FormError, LoadingState } from '#renderer/components/states.tsx';
import { placeOf, useCatalogue } from '#renderer/queries/catalogue.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useSite, type SiteRow } from '#renderer/queries/sites.ts';
import { useStartInspection } from '#renderer/queries/useStartInspection.ts';
import { findRegister } from '#shared/catalogue/register.ts';
import { checklistsFor } from '#shared/inspection/choose.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';
import { PERMIT_REGISTER } from '#shared/site/permits.ts';

import { AgreementButton } from './AgreementButton.tsx';
import { BorderPanel } from './BorderPanel.tsx';
import { InspectionPhotos } from './InspectionPhotos.tsx';
import { SelfChecks } from './SelfChecks.tsx';
import { SiteActions } from './SiteActions.tsx';
import { SiteCases } from './SiteCases.tsx';
import { SiteDetail } from './SiteDetail.tsx';
import { SiteHistory } from './SiteHistory.tsx';
import { SiteInspections } from './SiteInspections.tsx';
import { SitePhotos } from './SitePhotos.tsx';

/** One thing of a register: what is known of it, and its history; of a withdrawn one the history alone. */
export function SitePage({ id }: { readonly id: string }): ReactNode {
  const site = useSite(id);
  if (site === undefined) return <LoadingState />;
  if (site === null) {
    return (
      <PageColumn>
        <PageHeader title={sites.notHere} back="/sites" />
        <EmptyState title={sites.notHere} text={sites.notHereText} />
        <SitePhotos id={id} />
        <SiteHistory id={id} />
      </PageColumn>
    );
  }
  return <Known site={site} />;
}

function Known({ site }: { readonly site: SiteRow }): ReactNode {
  const catalogue = useCatalogue();
  const starter = useStartInspection();
  const lists = checklistsFor(catalogue?.checklists ?? [], site.register);
  const inspects = useMayWrite('inspection.submitted');
  const opens = useMayWrite('case.opened');
  const register = findRegister(catalogue ?? { registers: [] }, site.register);
  const start = (
    <Button
      leftSection={<IconClipboardCheck size={22} aria-hidden />}
      loading={starter.pending}
      onClick={() => void starter.start(site.id)}
    >
      {sites.start}
    </Button>
  );
  return (
    <PageColumn>
      <PageHeader
        title={site.name}
        back="/sites"
        subtitle={placeOf(catalogue, site)}
        actions={
          <Group>
            {site.register === DEFAULT_REGISTER && <AgreementButton site={site} />}
            {opens && (
              <Button variant="default" component={Link} href={`/cases/file/${site.id}`}>
                {fileText.new.open}
              </Button>
            )}
            {inspects && lists.length > 1 && (
              <Button variant="default" disabled={starter.pending} onClick={() => void starter.ask(site.id)}>
                {inspectionsText.otherChecklist}
              </Button>
            )}
            {inspects && lists.length > 0 && start}
          </Group>
        }
      />
      <ChecklistQuestion starter={starter} />
      <FormError error={starter.error === undefined ? undefined : messageOf(starter.error)} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <SimpleGrid cols={1} spacing="lg">
          <SiteDetail site={site} catalogue={catalogue} />
          {register !== undefined && <BorderPanel site={site} register={register} />}
          {register !== undefined && <SiteActions site={site} register={register} />}
          <SitePhotos id={site.id} site={site} />
          <SiteHistory id={site.id} />
        </SimpleGrid>
        <SimpleGrid cols={1} spacing="lg">
          <SiteInspections siteId={site.id} />
          <InspectionPhotos siteId={site.id} />
          <SiteCases siteId={site.id} />
          {site.register === DEFAULT_REGISTER && <SelfChecks site={site} />}
          {site.register !== PERMIT_REGISTER && <SitePermits site={site} />}
        </SimpleGrid>
      </SimpleGrid>
    </PageColumn>
  );
}
