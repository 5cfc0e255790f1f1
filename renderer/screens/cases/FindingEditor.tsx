import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import { hasVerifiedCitation, type Matter } from '#shared/catalogue/matter.ts';

import classes from './cases.module.css';
import type { NewFinding } from './newCase.ts';

const words = casesText.new;

type Props = {
  readonly n: number;
  readonly finding: NewFinding;
  readonly matters: readonly Matter[];
  readonly stream: string;
  readonly tried: boolean;
  readonly onChange: (key: string, change: (before: NewFinding) => NewFinding, when: 'now' | 'soon') => void;
};

function optionsOf(matters: readonly Matter[]): { value: string; label: string }[] {
  return matters.map((matter) => ({
    value: matter.code,
    label: `${matter.code} ${matter.name}${hasVerifiedCitation(matter) ? '' : `（${words.unverified}）`}`,
  }));
}

/** One finding: whether it is registered, which matter it is, what was seen, and the photos that show it. */
export function FindingEditor({ n, finding, matters, stream, tried, onChange }: Props): ReactNode {
  const matter = matters.find((known) => known.code === finding.matter);
  const item = finding.item === undefined ? '' : `（${words.fromItem(finding.item)}）`;
  const set = (change: Partial<NewFinding>, when: 'now' | 'soon'): void =>
    onChange(finding.key, (before) => ({ ...before, ...change }), when);
  return (
    <div className={classes['finding']} data-off={!finding.included} role="group" aria-label={words.finding(n)}>
      <Checkbox
        size="md"
        classNames={{ body: classes['check'] ?? '', label: classes['checkLabel'] ?? '' }}
        label={`${words.includeOf(n)}${item}`}
        checked={finding.included}
        onChange={(event) => set({ included: event.currentTarget.checked }, 'now')}
      />
      {finding.included && (
        <>
          <Select
            label={words.matterOf(n)}
            placeholder={words.matterPlaceholder}
            data={optionsOf(matters)}
            value={finding.matter === '' ? null : finding.matter}
            onChange={(code) => set({ matter: code ?? '' }, 'now')}
            searchable
            allowDeselect={false}
            error={tried && finding.matter === '' && words.problems.matter}
          />
          {matter !== undefined && !hasVerifiedCitation(matter) && (
            <div>
              <StatusBadge tone="warn">{words.unverified}</StatusBadge>
              <p className={classes['soft']}>{words.unverifiedHint}</p>
            </div>
          )}
          <TextArea
            label={words.descriptionOf(n)}
            minRows={2}
            maxLength={500}
            value={finding.description}
            onChange={(description) => set({ description }, 'soon')}
            error={tried && finding.description.trim() === '' && words.problems.description}
          />
          <PhotosInput
            label={`${words.finding(n)} ${words.photos}`}
            photos={finding.photos}
            stream={stream}
            onChange={(change) =>
              onChange(finding.key, (before) => ({ ...before, photos: change(before.photos) }), 'now')
            }
          />
        </>
      )}
    </div>
  );
}
