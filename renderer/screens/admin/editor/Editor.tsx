import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

import { useToday } from '#renderer/queries/useNow.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { faultsOfDraft } from '#shared/inspection/editing/draftFaults.ts';
import { isWithin, type Place } from '#shared/inspection/editing/place.ts';
import { codesOf } from '#shared/inspection/editing/propose.ts';

import { Bar, type BarProps, type View } from './Bar.tsx';
import { Outline } from './Outline.tsx';
import { PagePanel } from './PagePanel.tsx';
import { Preview } from './Preview.tsx';
import { PublishView } from './PublishView.tsx';
import { EditingContext, type Editing } from './editing.ts';
import classes from './editor.module.css';
import { useEditor, type Editor as EditorState } from './useEditor.ts';
import { pageOf, type Work } from './work.ts';

type Props = Pick<BarProps, 'state' | 'onSaveAgain' | 'onDiscard'> & {
  readonly catalogue: Catalogue;
  readonly work: Work;
  readonly onChange: (work: Work) => void;
  readonly onPublished: (list: Checklist) => void;
};

/** The editor of one draft: build it, try it, compare it, publish it. */
export function Editor(props: Props): ReactNode {
  const { catalogue, work, onChange, onPublished } = props;
  const editor = useEditor(work, onChange);
  const [view, setView] = useState<View>('edit');
  const editing = useDraft(catalogue, work, editor);
  const { page, focusOn } = useFocus(editor.at);
  const goTo = (place: Place): void => {
    setView('edit');
    editor.choose(pageOf(place));
    focusOn(place);
  };
  const isTyping = view === 'edit' ? editor : undefined;
  useHotkeys(
    [
      ['mod+Z', () => isTyping?.undo?.()],
      ['mod+Y', () => isTyping?.redo?.()],
      ['mod+shift+Z', () => isTyping?.redo?.()],
    ],
    [],
    true,
  );
  return (
    <EditingContext value={editing}>
      <Bar {...props} from={work.from} view={view} onView={setView} editor={editor} />
      {view === 'edit' && (
        <div className={classes['editor']}>
          <Outline at={editor.at} onChoose={editor.choose} onNew={focusOn} />
          <div ref={page} className={classes['sheet']}>
            <PagePanel at={editor.at} />
          </div>
        </div>
      )}
      {view === 'preview' && <Preview onGoTo={goTo} onClose={() => setView('edit')} />}
      {view === 'publish' && <PublishView from={work.from} onGoTo={goTo} onPublished={onPublished} />}
    </EditingContext>
  );
}

function useDraft(catalogue: Catalogue, work: Work, { draft, set, act }: EditorState): Editing {
  const today = useToday();
  const matters = new Set(catalogue.matters.map(({ code }) => code));
  const versions = catalogue.checklists.filter(({ id }) => id === draft.id);
  return {
    ...{ draft, catalogue, set, act },
    faults: faultsOfDraft(draft, matters, today),
    isVersion: work.from !== undefined,
    used: versions.flatMap(codesOf),
  };
}

type Focus = { readonly page: RefObject<HTMLDivElement | null>; readonly focusOn: (place: Place) => void };

/** Shows the beginning of a page that is chosen, and leads to the field of a place: the innermost one around it. */
function useFocus(at: Place): Focus {
  const page = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<{ readonly place: Place }>();
  useEffect(() => {
    page.current?.scrollIntoView({ block: 'start' });
  }, [at]);
  useEffect(() => {
    if (wanted === undefined) return;
    const fields = [...(page.current?.querySelectorAll<HTMLElement>('[data-place]') ?? [])];
    const around = fields.filter((field) => isWithin(wanted.place, field.dataset['place'] ?? ''));
    const field = around.at(-1) ?? fields[0];
    field?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, button')?.focus();
  }, [wanted]);
  return { page, focusOn: (place) => setWanted({ place }) };
}
