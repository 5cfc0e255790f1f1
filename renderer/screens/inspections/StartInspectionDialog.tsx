import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { inspectionsText as words } from '#renderer/app/language/zh/inspections.ts';
import { EmptyState, ErrorState, FormError, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useSites, type SiteEntry } from '#renderer/queries/sites.ts';
import { useStartInspection } from '#renderer/queries/useStartInspection.ts';

import classes from './StartInspectionDialog.module.css';

type ResultsProps = { readonly query: string; readonly disabled: boolean; readonly onPick: (site: SiteEntry) => void };

function Results({ query, disabled, onPick }: ResultsProps): ReactNode {
  const found = useSites(query);
  if (found === undefined) return <LoadingState />;
  if (found.rows.length === 0) {
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
    <ul className={classes['list']} aria-label={words.startFor}>
      {found.rows.map((site) => (
        <li key={site.id}>
          <button type="button" className={classes['site']} disabled={disabled} onClick={() => onPick(site)}>
            <span className={classes['name']}>{site.name}</span>
            <span className={classes['address']}>{`${site.operator} · ${site.address}`}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Chooses the shop (and the checklist, when there are several) and opens the form. */
export function StartInspectionDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const [query, setQuery] = useState('');
  const [checklist, setChecklist] = useState<string | null>(null);
  const catalogue = useCatalogue();
  const starter = useStartInspection();
  const lists = [...new Map(catalogue?.checklists.map((list) => [list.id, list.name])).entries()];
  const chosen = checklist ?? lists[0]?.[0];

  return (
    <Modal opened={opened} onClose={onClose} title={words.startFor} size="lg">
      {catalogue === null || (catalogue !== undefined && lists.length === 0) ? (
        <ErrorState what={words.noChecklist} todo={words.noChecklistHint} />
      ) : (
        <Stack gap="md">
          {lists.length > 1 && (
            <Select
              label={words.checklist}
              data={lists.map(([value, label]) => ({ value, label }))}
              value={chosen ?? null}
              onChange={setChecklist}
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
          <Results query={query} disabled={starter.pending} onPick={(site) => void starter.start(site.id, chosen)} />
        </Stack>
      )}
    </Modal>
  );
}
