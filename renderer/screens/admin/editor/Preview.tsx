import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { shapeOf } from '#shared/inspection/editing/draftFaults.ts';
import type { Place } from '#shared/inspection/editing/place.ts';

import { ChecklistPreview } from '../ChecklistPreview.tsx';

import { Problems } from './Problems.tsx';
import { useEditing } from './editing.ts';

type Props = { readonly onGoTo: (place: Place) => void; readonly onClose: () => void };

/** The draft as officers will see it; what is missing, where it cannot be drawn yet. */
export function Preview({ onGoTo, onClose }: Props): ReactNode {
  const { draft } = useEditing();
  const list = shapeOf(draft);
  if (list === undefined) return <Problems hint={words.notPreviewable} onGoTo={onGoTo} />;
  return <ChecklistPreview checklist={list} onClose={onClose} />;
}
