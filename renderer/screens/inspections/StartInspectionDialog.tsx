import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { ChecklistQuestion } from '#renderer/app/ChecklistQuestion.tsx';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { inspectionsText as words } from '#renderer/app/language/zh/inspections.ts';
import { PickList } from '#renderer/components/PickList.tsx';
import { EmptyState, ErrorState, FormError, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useSites } from '#renderer/queries/sites.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { useStartInspection } from '#renderer/queries/useStartInspection.ts';
import { campaignsOn } from '#shared/catalogue/campaignFile.ts';
import { registersOf } from '#shared/inspection/checklist.ts';

/** No checklist was chosen: the one of the site's register. */
const USUAL = 'usual';
/** It belongs to no campaign. */
const NONE = '';

type ResultsProps = {
  readonly query: string;
  /** The registers that the chosen checklist is made for, or that any is. */
  readonly registers: readonly string[];
  readonly disabled: boolean;
  readonly onPick: (siteId: string) => void;
};

function Results({ query, registers, disabled, onPick }: ResultsProps): ReactNode {
  const found = useSites(query, { registers });
  if (found === undefined) return <LoadingState />;
  const { rows } = found;
  if (rows.length === 0) {
    return (
      <EmptyState
        title={words.noSiteFound}
        text={words.noSiteFoundHint}
        action={
          <Button variant="default" component={Link} href="/sites/new">
            {words.registerSite}
          </Button>
        }
      />
    );
  }
  return (
    <PickList
      label={words.startFor}
      options={rows.map(({ id, name, operator, address }) => ({
        value: id,
        title: name,
        text: `${operator} · ${address}`,
      }))}
      disabled={disabled}
      onPick={onPick}
    />
  );
}

/** Chooses the site, and the checklist where it is not the usual one of its register, and opens the form. */
export function StartInspectionDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(USUAL);
  const [campaign, setCampaign] = useState(NONE);
  const catalogue = useCatalogue();
  const starter = useStartInspection();
  const campaigns = campaignsOn(catalogue?.campaigns ?? [], useToday());
  const lists = [...new Map(catalogue?.checklists.map((list) => [list.id, list])).values()];
  const list = lists.find(({ id }) => id === chosen);
  // What no checklist is made for cannot be inspected: a permit.
  const inspected = useMemo(() => [...new Set(catalogue?.checklists.flatMap(registersOf))], [catalogue]);

  return (
    <>
      <ChecklistQuestion starter={starter} />
      <Modal opened={opened && starter.question === undefined} onClose={onClose} title={words.startFor} size="lg">
        {catalogue === null || (catalogue !== undefined && lists.length === 0) ? (
          <ErrorState what={words.noChecklist} todo={words.noChecklistHint} />
        ) : (
          <Stack gap="md">
            {lists.length > 1 && (
              <Select
                label={words.checklist}
                data={[
                  { value: USUAL, label: words.usualChecklist },
                  ...lists.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={chosen}
                onChange={(value) => setChosen(value ?? USUAL)}
                allowDeselect={false}
              />
            )}
            {campaigns.length > 0 && (
              <Select
                label={words.campaign}
                data={[
                  { value: NONE, label: words.noCampaign },
                  ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={campaign}
                onChange={(value) => setCampaign(value ?? NONE)}
                allowDeselect={false}
              />
            )}
            <TextInput
              label={words.searchSite}
              placeholder={words.searchSiteHint}
              leftSection={<IconSearch size={20} aria-hidden />}
              value={query}
              data-autofocus
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
            <FormError error={starter.error && messageOf(starter.error)} />
            <Results
              query={query}
              registers={list === undefined ? inspected : registersOf(list)}
              disabled={starter.pending}
              onPick={(siteId) =>
                void starter.start(siteId, list?.id, campaign === NONE ? {} : { campaigns: [campaign] })
              }
            />
          </Stack>
        )}
      </Modal>
    </>
  );
}
