import { Button, Checkbox, Select, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { TextArea, TextField } from '#renderer/components/fields.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findMatter } from '#shared/catalogue/find.ts';
import { hasVerifiedCitation, type Matter } from '#shared/catalogue/matter.ts';

import { CitationList } from './CitationList.tsx';
import { DeadlineFields } from './DeadlineFields.tsx';
import { photosFor, type NoticeNeed } from './notice.ts';
import type { NoticeHandle } from './useNotice.ts';

type Props = {
  readonly row: CaseRow;
  readonly notice: NoticeHandle;
  readonly catalogue: Catalogue;
  readonly today: string;
};

/** The case's own matters first, then the rest of the catalogue. */
function optionsOf(row: CaseRow, matters: readonly Matter[]): { value: string; label: string }[] {
  const own = new Set(row.findings.map((finding) => finding.matter));
  const ordered = [...matters.filter((one) => own.has(one.code)), ...matters.filter((one) => !own.has(one.code))];
  return ordered.map((matter) => ({
    value: matter.code,
    label: `${matter.code} ${matter.name}${hasVerifiedCitation(matter) ? '' : `（${words.unverified}）`}`,
  }));
}

/** The fields of the notice, in the order of the printed page. */
export function NoticeFields({ row, notice, catalogue, today }: Props): ReactNode {
  const { form, set } = notice;
  const matter = findMatter(catalogue, form.matter);
  const photos = photosFor(row);
  const need = (field: NoticeNeed): string | undefined =>
    notice.missing.includes(field) ? words.needs[field] : undefined;
  return (
    <Stack gap="lg">
      <div>
        <Select
          label={words.matter}
          description={words.matterHint}
          required
          data={optionsOf(row, catalogue.matters)}
          value={form.matter === '' ? null : form.matter}
          onChange={(code) => set({ matter: code ?? '' }, 'now')}
          searchable
          allowDeselect={false}
          error={need('matter')}
        />
        {matter !== undefined && <CitationList matter={matter} />}
      </div>
      <TextArea
        label={words.facts}
        required
        minRows={4}
        maxLength={2000}
        value={form.facts}
        onChange={(facts) => set({ facts }, 'soon')}
        error={need('facts')}
      />
      <div>
        <TextArea
          label={words.toCorrect}
          description={words.toCorrectHint}
          required
          maxLength={1000}
          value={form.toCorrect}
          onChange={(toCorrect) => set({ toCorrect }, 'soon')}
          error={need('toCorrect')}
        />
        {matter !== undefined && matter.toCorrect !== form.toCorrect && (
          <Button variant="subtle" onClick={() => set({ toCorrect: matter.toCorrect }, 'now')}>
            {words.useProposal}
          </Button>
        )}
      </div>
      <DeadlineFields notice={notice} today={today} error={need('deadline')} />
      <TextField
        label={words.contact}
        description={words.contactHint}
        required
        maxLength={40}
        inputMode="tel"
        value={form.contact}
        onChange={(contact) => set({ contact }, 'soon')}
        error={need('contact')}
      />
      {photos.length > 0 && (
        <Checkbox
          size="md"
          label={words.photos}
          description={words.photosHint(photos.length)}
          checked={(form.photos ?? []).length > 0}
          onChange={(event) => set({ photos: event.currentTarget.checked ? photos : [] }, 'now')}
        />
      )}
    </Stack>
  );
}
