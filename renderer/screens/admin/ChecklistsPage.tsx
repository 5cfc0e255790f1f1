import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { SaveTableButton } from '#renderer/app/SaveTableButton.tsx';
import { showInstant } from '#renderer/app/format.ts';
import { editorText } from '#renderer/app/language/zh/checklistEditor.ts';
import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { makeWorkbook } from '#renderer/app/sheet/sheetClient.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useOwnDraft } from '#renderer/queries/drafts.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findRegister } from '#shared/catalogue/register.ts';
import { registersOf, type Checklist } from '#shared/inspection/checklist.ts';
import { sheetOf } from '#shared/inspection/checklistSheet.ts';
import { valueAt } from '#shared/inspection/editing/place.ts';
import { allItems } from '#shared/inspection/visible.ts';

import { CheckFilePanel } from './CheckFilePanel.tsx';
import { ChecklistPreview } from './ChecklistPreview.tsx';
import { CompareTwo } from './CompareTwo.tsx';
import classes from './checklists.module.css';
import { workIn } from './editor/work.ts';

type LineProps = {
  readonly versions: readonly Checklist[];
  readonly catalogue: Catalogue;
  readonly onPreview: (checklist: Checklist) => void;
};

/** One checklist in its newest version, with what can be done with it. */
function ChecklistLine({ versions, catalogue, onPreview }: LineProps): ReactNode {
  const names = useNames();
  const [newest] = versions;
  if (newest === undefined) return null;
  const by = catalogue.published.find(
    ({ checklist, version }) => checklist === newest.id && version === newest.version,
  );
  const facts = [
    words.versions(versions.map(({ version }) => version)),
    words.items(allItems(newest).length),
    words.registers(registersOf(newest).map((id) => findRegister(catalogue, id)?.name ?? id)),
    words.verifications[newest.verification],
    by === undefined ? words.bundled : words.publishedBy(names.person(by.by), showInstant(by.at)),
  ];
  return (
    <li className={classes['line']}>
      <div>
        <strong>{newest.name}</strong>
        <div className={classes['facts']}>{facts.join(' · ')}</div>
      </div>
      <Group>
        <Button
          component={Link}
          href={`/checklists/edit/${newest.id}`}
          variant="default"
          aria-label={`${editorText.edit} ${newest.name}`}
        >
          {editorText.edit}
        </Button>
        <Button variant="default" aria-label={`${words.preview} ${newest.name}`} onClick={() => onPreview(newest)}>
          {words.preview}
        </Button>
        <SaveTableButton
          label={words.exportFile}
          name={`${newest.id}.v${String(newest.version)}.json`}
          disabled={false}
          text={() => `${JSON.stringify(newest, null, 2)}\n`}
        />
        <SaveTableButton
          label={words.exportSheet}
          name={`${newest.id}.v${String(newest.version)}.xlsx`}
          disabled={false}
          text={() => makeWorkbook([{ name: words.title, lines: sheetOf(newest) }])}
        />
      </Group>
    </li>
  );
}

function Loaded({ catalogue }: { readonly catalogue: Catalogue }): ReactNode {
  const [shown, setShown] = useState<Checklist>();
  const ids = [...new Set(catalogue.checklists.map(({ id }) => id))];
  if (shown !== undefined) return <ChecklistPreview checklist={shown} onClose={() => setShown(undefined)} />;
  return (
    <>
      <Panel title={words.inUse} flush>
        <PlainList label={words.inUse}>
          {ids.map((id) => {
            const versions = catalogue.checklists.filter((list) => list.id === id);
            const newestFirst = versions.sort((a, b) => b.version - a.version);
            return <ChecklistLine key={id} versions={newestFirst} catalogue={catalogue} onPreview={setShown} />;
          })}
        </PlainList>
      </Panel>
      <CheckFilePanel catalogue={catalogue} onPreview={setShown} />
      <CompareTwo checklists={catalogue.checklists} />
    </>
  );
}

/** To the editor: to what was begun there, or to a new checklist. */
function EditorLink(): ReactNode {
  const kept = useOwnDraft('checklistEdit');
  const text = valueAt(kept?.content, 'text');
  const work = typeof text === 'string' && text !== '' ? workIn(text) : undefined;
  return (
    <Button component={Link} href="/checklists/edit" disabled={kept === undefined}>
      {work === undefined ? editorText.create : editorText.goOn(work.draft.name)}
    </Button>
  );
}

/** The checklists in use, for administrators: look at them, export them, check a new version and publish it. */
export function ChecklistsPage(): ReactNode {
  const catalogue = useCatalogue();
  return (
    <PageColumn>
      <PageHeader title={words.title} subtitle={words.subtitle} actions={<EditorLink />} />
      {catalogue === undefined && <LoadingState />}
      {catalogue === null && <ErrorState {...messageOf({ code: 'catalogue_unreadable' })} />}
      {catalogue !== undefined && catalogue !== null && <Loaded catalogue={catalogue} />}
    </PageColumn>
  );
}
