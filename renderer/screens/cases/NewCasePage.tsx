import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useDraft } from '#renderer/queries/drafts.ts';
import { useInspection, type InspectionRow } from '#renderer/queries/inspections.ts';
import { useSession } from '#renderer/queries/meta.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findChecklist } from '#shared/catalogue/find.ts';

import { NewCaseForm } from './NewCaseForm.tsx';
import { parseNewCase, proposeCase, type NewCase } from './newCase.ts';

const words = casesText.new;

type LoadedProps = {
  readonly row: InspectionRow;
  readonly catalogue: Catalogue;
  /** The one item that is to become a case (`keyOf`); absent: all that failed. */
  readonly only: string | undefined;
};

function Loaded({ row, catalogue, only }: LoadedProps): ReactNode {
  const draft = useDraft(row.id);
  const session = useSession();
  // The form starts from the first answer; later ones are its own saves coming back.
  const [initial, setInitial] = useState<NewCase>();
  if (draft === undefined || session === undefined) return <LoadingState />;
  if (initial === undefined) {
    const kept = draft?.kind === 'case' ? parseNewCase(draft.content) : undefined;
    const checklist = findChecklist(catalogue, row.checklist, row.checklistVersion);
    const fresh = (): NewCase => proposeCase(row, checklist, session.name ?? row.officer.name, only);
    if (kept !== undefined && kept.only !== only)
      return <OtherKept onContinue={() => setInitial(kept)} onAnew={() => setInitial(fresh())} />;
    setInitial(kept ?? fresh());
    return <LoadingState />;
  }
  return <NewCaseForm row={row} initial={initial} catalogue={catalogue} />;
}

type OtherProps = { readonly onContinue: () => void; readonly onAnew: () => void };

/** A form of other findings was begun: what was typed there is only left behind when the officer says so. */
function OtherKept({ onContinue, onAnew }: OtherProps): ReactNode {
  return (
    <EmptyState
      title={words.otherKept}
      text={words.otherKeptHint}
      action={
        <Group>
          <Button variant="default" onClick={onContinue}>
            {words.continueKept}
          </Button>
          <Button onClick={onAnew}>{words.startAnew}</Button>
        </Group>
      }
    />
  );
}

type Props = {
  readonly inspectionId: string;
  /** One item of it, as addresses name it: the code, with `-` and the entry. */
  readonly item?: string | undefined;
};

/** Registers what an inspection found as a case: the first step of ordering correction. */
export function NewCasePage({ inspectionId, item }: Props): ReactNode {
  const row = useInspection(inspectionId);
  const catalogue = useCatalogue();
  return (
    <>
      <PageHeader
        title={words.title}
        back={`/inspections/${inspectionId}`}
        subtitle={row === undefined || row === null ? undefined : words.site(row.site.name)}
      />
      {(row === undefined || catalogue === undefined) && <LoadingState />}
      {row === null && (
        <EmptyState
          title={words.noInspection}
          text={words.noInspectionHint}
          action={
            <Button variant="default" component={Link} href="/inspections">
              {casesText.goInspect}
            </Button>
          }
        />
      )}
      {catalogue === null && <ErrorState {...messageOf({ code: 'catalogue_unreadable' })} />}
      {row !== undefined && row !== null && catalogue !== undefined && catalogue !== null && (
        <Loaded row={row} catalogue={catalogue} only={item?.replace('-', '#')} />
      )}
    </>
  );
}
