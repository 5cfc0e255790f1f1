import type { ReactNode } from 'react';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import { NextVersion, PublishVersion } from '#renderer/app/publishing/PublishVersion.tsx';
import { nextVersion } from '#shared/catalogue/publishedChecklist.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';

type Props = {
  readonly list: Checklist;
  /** The very text that was checked. */
  readonly text: string;
  readonly known: readonly Checklist[];
  readonly onChange: (text: string) => void;
  readonly onPublished: () => void;
};

/** Makes a checked checklist one that every device uses, when its version is the next one. */
export function PublishChecklist({ list, text, known, onChange, onPublished }: Props): ReactNode {
  const next = nextVersion(known, list.id);
  if (list.version !== next)
    return <NextVersion {...{ next, words, onChange }} file={list} says={words.shouldBe(next)} />;
  return (
    <PublishVersion
      command="checklist.publish"
      text={() => text}
      title={words.publishTitle(list.name, list.version)}
      {...{ words, onPublished }}
    />
  );
}
