import { Button, Group, SimpleGrid } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { ChecklistQuestion } from '#renderer/app/ChecklistQuestion.tsx';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, FormError, LoadingState } from '#renderer/components/states.tsx';
import { placeOf, useCatalogue } from '#renderer/queries/catalogue.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useSite, type SiteRow } from '#renderer/queries/sites.ts';
import { useStartInspection } from '#renderer/queries/useStartInspection.ts';
import { checklistsFor } from '#shared/inspection/choose.ts';

import { AgreementButton } from './AgreementButton.tsx';
import { SiteCases } from './SiteCases.tsx';
import { SiteInspections } from './SiteInspections.tsx';

/** One shop: what the register knows, and its history. */
export function SitePage({ id }: { readonly id: string }): ReactNode {
  const site = useSite(id);
  if (site === undefined) return <LoadingState />;
  if (site === null) {
    return (
      <PageColumn>
        <PageHeader title={sites.notHere} back="/sites" />
        <EmptyState title={sites.notHere} text={sites.notHereText} />
      </PageColumn>
    );
  }
  return <Known site={site} />;
}

function Known({ site }: { readonly site: SiteRow }): ReactNode {
  const catalogue = useCatalogue();
  const starter = useStartInspection();
  const lists = checklistsFor(catalogue?.checklists ?? [], site.register ?? 'shop');
  const inspects = useMayWrite('inspection.submitted');
  const opens = useMayWrite('case.opened');
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
            <AgreementButton site={site} />
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
            {inspects && start}
          </Group>
        }
      />
      <ChecklistQuestion starter={starter} />
      <FormError error={starter.error === undefined ? undefined : messageOf(starter.error)} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Panel title={sites.detail}>
          <KeyValue
            rows={[
              { key: sites.name, value: site.name },
              { key: sites.operator, value: site.operator },
              { key: sites.uscc, value: site.uscc },
              { key: sites.phone, value: site.phone },
              { key: sites.address, value: `${placeOf(catalogue, site)}${site.address}` },
              { key: sites.frontage, value: site.frontageMm === undefined ? undefined : sites.metres(site.frontageMm) },
            ]}
          />
        </Panel>
        <SimpleGrid cols={1} spacing="lg">
          <SiteInspections siteId={site.id} />
          <SiteCases siteId={site.id} />
        </SimpleGrid>
      </SimpleGrid>
    </PageColumn>
  );
}
