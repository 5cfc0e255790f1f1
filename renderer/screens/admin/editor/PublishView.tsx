import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { checklistsText } from '#renderer/app/language/zh/checklists.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { findChecklist } from '#shared/catalogue/find.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { shapeOf } from '#shared/inspection/editing/draftFaults.ts';
import { valueAt, type Place } from '#shared/inspection/editing/place.ts';

import { ChecklistChanges } from '../ChecklistChanges.tsx';
import { PublishChecklist } from '../PublishChecklist.tsx';

import { Problems } from './Problems.tsx';
import { useEditing } from './editing.ts';
import type { Origin } from './work.ts';

type Props = {
  readonly from: Origin | undefined;
  readonly onGoTo: (place: Place) => void;
  readonly onPublished: (list: Checklist) => void;
};

/** What is different from the version that the draft was made from, and its publication as soon as nothing is wrong. */
export function PublishView({ from, onGoTo, onPublished }: Props): ReactNode {
  const { draft, faults, catalogue, set } = useEditing();
  const list = shapeOf(draft);
  const before = from && findChecklist(catalogue, from.id, from.version);
  const newest = findChecklist(catalogue, draft.id);
  const isOvertaken = newest !== undefined && newest.version !== from?.version;
  return (
    <>
      {faults.length > 0 && <Problems hint={words.notPublishable} onGoTo={onGoTo} />}
      {list !== undefined && (
        <Panel title={from === undefined ? words.fromNothing : words.base(from.version)}>
          {before === undefined ? (
            <Text>{checklistsText.isNew}</Text>
          ) : (
            <ChecklistChanges before={before} after={list} label={words.base(before.version)} />
          )}
          {isOvertaken && (
            <Alert color="amber" role="alert" title={words.overtakenBy(newest.version)}>
              <Text>{words.overtaken(newest.version)}</Text>
              <ChecklistChanges before={newest} after={list} label={words.overtakenBy(newest.version)} />
            </Alert>
          )}
          {faults.length === 0 && (
            <PublishChecklist
              list={list}
              text={JSON.stringify(draft)}
              known={catalogue.checklists}
              onChange={(text) => set('version', valueAt(JSON.parse(text), 'version'))}
              onPublished={() => onPublished(list)}
            />
          )}
        </Panel>
      )}
    </>
  );
}
