import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { planFilesText as words } from '#renderer/app/language/zh/planFiles.ts';
import { NextVersion, PublishVersion } from '#renderer/app/publishing/PublishVersion.tsx';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { nextProgrammeVersion } from '#shared/catalogue/publishedProgramme.ts';
import { comparePlans, type PlanChange } from '#shared/programme/comparePlans.ts';
import { programmeOf, type Programme } from '#shared/programme/programme.ts';

import { targetWords } from './words.ts';

type Props = {
  readonly plan: Programme;
  /** The very text that was checked. */
  readonly text: string;
  readonly catalogue: Catalogue;
  readonly onChange: (text: string) => void;
  readonly onPublished: () => void;
};

/** A plan without faults: what is other than in the one that holds now, and its publication when its version is the next one. */
export function PublishPlan(props: Props): ReactNode {
  const { plan, catalogue } = props;
  const before = programmeOf(catalogue.programmes, plan.year);
  return (
    <>
      <Text role="status" fw={600} c="var(--xz-good)" my="sm">
        {words.sound(plan.name, plan.year, plan.version)}
      </Text>
      {before === undefined ? <Text>{words.isFirst}</Text> : <Changes before={before} after={plan} />}
      <Publish {...props} next={nextProgrammeVersion(catalogue.programmes, plan.year)} />
    </>
  );
}

function Changes({ before, after }: { readonly before: Programme; readonly after: Programme }): ReactNode {
  const changes = comparePlans(before, after);
  const title = words.compareWith(before.year, before.version);
  return (
    <>
      <Text fw={600}>{title}</Text>
      {changes.length === 0 ? (
        <Text>{words.same}</Text>
      ) : (
        <ul aria-label={title}>
          {changes.map((change) => (
            <li key={change.is === 'added' ? change.after.id : change.before.id}>
              <strong>{words.changes[change.is]}</strong> {changeWords(change)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function changeWords(change: PlanChange): string {
  if (change.is === 'removed') return `${change.before.name}：${targetWords(change.before)}`;
  if (change.is === 'added') return `${change.after.name}：${targetWords(change.after)}`;
  const { before, after } = change;
  return `${after.name}：${words.to(targetWords(before), targetWords(after))}`;
}

function Publish({ plan, text, next, onChange, onPublished }: Props & { readonly next: number }): ReactNode {
  if (plan.version !== next)
    return <NextVersion {...{ next, words, onChange }} file={plan} says={words.shouldBe(plan.year, next)} />;
  return (
    <PublishVersion
      command="programme.publish"
      text={() => text}
      title={words.publishTitle(plan.year, plan.version)}
      {...{ words, onPublished }}
    />
  );
}
