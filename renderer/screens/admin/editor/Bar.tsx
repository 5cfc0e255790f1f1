import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { ConfirmButton } from '#renderer/components/ConfirmButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { SaveFailure, SaveStatus } from '#renderer/components/SaveStatus.tsx';
import type { SaveState } from '#renderer/queries/useAutosave.ts';

import { useEditing } from './editing.ts';
import classes from './editor.module.css';
import type { Editor } from './useEditor.ts';
import type { Origin } from './work.ts';

/** What the editor shows. */
export type View = keyof typeof words.views;

/** See `Bar`. */
export type BarProps = {
  readonly from: Origin | undefined;
  readonly editor: Editor;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly state: SaveState;
  readonly onSaveAgain: () => void;
  readonly onDiscard: () => Promise<void>;
};

const VIEWS = ['edit', 'preview', 'publish'] as const satisfies readonly View[];

/** Over the editor: which list it is, whether it is kept, what is wrong, what can be undone, and what is shown. */
export function Bar({ from, editor, view, onView, state, onSaveAgain, onDiscard }: BarProps): ReactNode {
  const { draft } = useEditing();
  const failed = state.is === 'failed' ? messageOf(state.error) : undefined;
  return (
    <div className={classes['bar']}>
      <PageHeader
        title={words.title(draft.name, draft.version)}
        back="/checklists"
        subtitle={
          <div className={classes['facts']}>
            <span>{from === undefined ? words.fromNothing : words.basedOn(from.version)}</span>
            <SaveStatus state={state} words={words} />
          </div>
        }
        actions={
          <>
            <ConfirmButton
              title={words.discardTitle}
              text={words.discardText}
              confirm={words.discard}
              color="red"
              variant="subtle"
              onConfirm={onDiscard}
            >
              {words.discard}
            </ConfirmButton>
            <ActionIcon
              variant="default"
              aria-label={words.undo}
              title={words.undoHint}
              disabled={view !== 'edit' || editor.undo === undefined}
              onClick={editor.undo}
            >
              <IconArrowBackUp size={22} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={words.redo}
              title={words.redoHint}
              disabled={view !== 'edit' || editor.redo === undefined}
              onClick={editor.redo}
            >
              <IconArrowForwardUp size={22} aria-hidden />
            </ActionIcon>
            <div className={classes['views']}>
              <BigChoice
                label={words.viewsLabel}
                options={VIEWS.map((value) => ({ value, label: words.views[value] }))}
                value={view}
                onChange={onView}
              />
            </div>
            <Wrong onShow={() => onView('publish')} />
          </>
        }
      />
      <SaveFailure error={failed} again={words.again} onAgain={onSaveAgain} />
    </div>
  );
}

/** How much is wrong; leads to the list of it. */
function Wrong({ onShow }: { readonly onShow: () => void }): ReactNode {
  const { faults } = useEditing();
  const count = faults.length;
  const Sign = count > 0 ? IconAlertTriangle : IconCircleCheck;
  return (
    <>
      <Button
        variant="default"
        px="sm"
        c={count > 0 ? 'var(--xz-bad)' : 'var(--xz-good)'}
        leftSection={<Sign size={20} aria-hidden />}
        onClick={onShow}
      >
        {words.problems(count)}
      </Button>
      <span role="status" className={classes['hidden']}>
        {words.problems(count)}
      </span>
    </>
  );
}
