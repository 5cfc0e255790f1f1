import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { checklistsText } from '#renderer/app/language/zh/checklists.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { ConfirmButton } from '#renderer/components/ConfirmButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useKept, useKeptText, type Kept } from '#renderer/queries/useKeptText.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findChecklist } from '#shared/catalogue/find.ts';

import { Editor } from './Editor.tsx';
import { StartPanels } from './StartPanels.tsx';
import { textOfWork, workFrom, workIn, type Work } from './work.ts';

/** The editor of checklists; `id`: the one whose next version is asked for. */
export function EditorPage({ id }: { readonly id?: string | undefined }): ReactNode {
  const catalogue = useCatalogue();
  const kept = useKept('checklistEdit');
  if (catalogue === null) return <ErrorState {...messageOf({ code: 'catalogue_unreadable' })} />;
  if (catalogue === undefined || kept === undefined) return <LoadingState />;
  return (
    <PageColumn>
      <Desk catalogue={catalogue} kept={kept} id={id} />
    </PageColumn>
  );
}

type DeskProps = { readonly catalogue: Catalogue; readonly kept: Kept; readonly id: string | undefined };

/** What was kept goes on; else the list that was asked for, or a beginning. One draft at a time, and none is dropped unasked. */
function Desk({ catalogue, kept, id }: DeskProps): ReactNode {
  const today = useToday();
  const [, navigate] = useLocation();
  const { change, forget, state, flush } = useKeptText(kept, 'checklistEdit');
  const begin = (): Work | undefined => (id === undefined ? undefined : workFrom(catalogue, id, today));
  // Kept as it began: a version that comes meanwhile is not what this draft was made from.
  const [work, setWork] = useState<Work | 'unreadable' | undefined>(() =>
    kept.text === '' ? begin() : (workIn(kept.text) ?? 'unreadable'),
  );
  const [goesOn, setGoesOn] = useState(false);
  const leave = async (): Promise<void> => {
    await forget();
    navigate('/checklists');
  };
  if (work === 'unreadable') return <Unreadable onDiscard={leave} />;
  if (work === undefined) {
    const start = (next: Work): void => {
      change(textOfWork(next));
      setWork(next);
    };
    return (
      <>
        <PageHeader title={words.pageTitle} back="/checklists" />
        <StartPanels catalogue={catalogue} onStart={start} />
      </>
    );
  }
  const asked = id === undefined ? undefined : findChecklist(catalogue, id);
  if (asked !== undefined && asked.id !== work.draft.id && !goesOn)
    return (
      <Other
        {...{ work, name: asked.name }}
        onGoOn={() => setGoesOn(true)}
        onReplace={async () => {
          await forget();
          setWork(begin());
        }}
      />
    );
  return (
    <Editor
      {...{ catalogue, work, state }}
      onChange={(next) => change(textOfWork(next))}
      onSaveAgain={flush}
      onDiscard={leave}
      onPublished={(list) => {
        notifyDone(checklistsText.published(list.name, list.version));
        void leave();
      }}
    />
  );
}

function Unreadable({ onDiscard }: { readonly onDiscard: () => Promise<void> }): ReactNode {
  return (
    <>
      <PageHeader title={words.pageTitle} back="/checklists" />
      <EmptyState
        title={words.unreadable}
        text={words.unreadableText}
        action={
          <ConfirmButton title={words.discardTitle} text={words.discardText} color="red" onConfirm={onDiscard}>
            {words.discard}
          </ConfirmButton>
        }
      />
    </>
  );
}

type OtherProps = {
  readonly work: Work;
  readonly name: string;
  readonly onGoOn: () => void;
  readonly onReplace: () => Promise<void>;
};

/** Another checklist is in the editor: it is gone on with, or dropped when somebody says so. */
function Other({ work, name, onGoOn, onReplace }: OtherProps): ReactNode {
  const { draft } = work;
  return (
    <>
      <PageHeader title={words.pageTitle} back="/checklists" />
      <Panel>
        <Text mb="md">{words.other(draft.name, draft.version)}</Text>
        <Group>
          <Button onClick={onGoOn}>{words.goOn(draft.name)}</Button>
          <ConfirmButton
            title={words.discardTitle}
            text={words.discardText}
            confirm={words.replace(name)}
            color="red"
            onConfirm={onReplace}
          >
            {words.replace(name)}
          </ConfirmButton>
        </Group>
      </Panel>
    </>
  );
}
