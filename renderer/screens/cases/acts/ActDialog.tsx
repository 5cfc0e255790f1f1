import { Button, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

import { actForm } from '#renderer/app/language/zh/actFields.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { actName } from '#renderer/app/language/zh/fileRefusals.ts';
import { fileText as words } from '#renderer/app/language/zh/files.ts';
import { SaveStatus } from '#renderer/components/SaveStatus.tsx';
import { SecondOfficer } from '#renderer/components/SecondOfficer.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useColleagues } from '#renderer/queries/people.ts';
import { useOthersPower } from '#renderer/queries/power.ts';
import type { ActInfo } from '#shared/case/fileSteps.ts';
import { isPlanned } from '#shared/case/planned.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { PowerNotice } from '../PowerNotice.tsx';
import { ProblemsNotice } from '../ProblemsNotice.tsx';
import caseClasses from '../cases.module.css';

import { DiscretionHelp, fineMember } from './DiscretionHelp.tsx';
import { FieldInput } from './FieldInput.tsx';
import { Reasons } from './Reasons.tsx';
import classes from './acts.module.css';
import type { FormPlace } from './formPlace.ts';
import { initialValues } from './initialValues.ts';
import { useActDraft, type ActDraft } from './useActDraft.ts';
import { useActForm } from './useActForm.ts';
import { textOf } from './values.ts';

type Props = {
  readonly row: CaseRow;
  readonly info: ActInfo;
  readonly onClose: () => void;
  /** The act was written; `number` of the document it issued. */
  readonly onDone: (number?: string) => void;
};

/** One act of a file as a guided form: what is asked comes from the act's schema, what the file knows is filled in. */
export function ActDialog(props: Props): ReactNode {
  useReturnFocus();
  const draft = useActDraft(props.row.id, props.info.act);
  const catalogue = useCatalogue();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={actName(props.info.act)}
      size={fineMember(props.info.act) === undefined ? 'xl' : 'min(96vw, 76rem)'}
      closeOnClickOutside={false}
    >
      {draft !== undefined && catalogue !== undefined && <Form {...props} draft={draft} catalogue={catalogue} />}
    </Modal>
  );
}

type FormProps = Props & { readonly draft: ActDraft; readonly catalogue: Catalogue | null };

function Form({ row, info, onClose, onDone, draft, catalogue }: FormProps): ReactNode {
  const { act } = info;
  const values = draft.values ?? initialValues(act, row, words, catalogue?.settings);
  const form = useActForm({ id: draft.id, values, act, row }, onDone);
  const people = useColleagues() ?? [];
  const place: FormPlace = { caseId: row.id, row, act, people, matters: catalogue?.matters ?? [] };
  const [asked, more] = [form.fields.filter(isAsked), form.fields.filter((field) => !isAsked(field))];
  const input = (field: (typeof asked)[number]): ReactNode => (
    <FieldInput
      key={field.name}
      field={field}
      value={form.values[field.name]}
      place={place}
      onChange={(change, when) => form.change(field.name, change, when)}
      error={form.problemOf(field)}
    />
  );
  const { pair, command } = form;
  const others = useOthersPower(act === 'case.filed' ? textOf(form.values['matter']) : '', row.site);
  const fine = fineMember(act);
  const error = command.error === undefined ? undefined : messageOf(command.error);
  const mayRecord = info.open && RECORDED_AGAINST.has(command.error?.code ?? '');
  const lacksSecond = pair?.complete === false && pair.errorText(command.error) === undefined;
  const lines = [...form.problems, ...(lacksSecond ? [casesText.actions.secondMissing] : [])];
  return (
    <Stack gap="lg">
      {draft.values !== undefined && <span className={classes['soft']}>{actForm.resumed}</span>}
      {!info.open && (
        <div>
          <Reasons reasons={info.reasons} />
          <span className={classes['soft']}>{actForm.anywayHint}</span>
        </div>
      )}
      {fine === undefined ? (
        <div className={classes['stack']}>{asked.map(input)}</div>
      ) : (
        <div className={classes['withHelp']}>
          <div className={classes['stack']}>{asked.map(input)}</div>
          <DiscretionHelp row={row} matters={place.matters} form={form} member={fine} />
        </div>
      )}
      <PowerNotice others={others} step="filing" />
      {more.length > 0 && (
        <details className={classes['more']}>
          <summary>{actForm.more}</summary>
          <div className={classes['stack']}>{more.map(input)}</div>
        </details>
      )}
      {pair !== undefined && (
        <SecondOfficer
          people={pair.people}
          value={pair.second}
          onChange={pair.setSecond}
          exclude={pair.ownUser}
          error={pair.errorText(command.error)}
        />
      )}
      <ProblemsNotice title={casesText.actions.problemsTitle} lines={form.tried ? lines : []} />
      <FormError error={error && { what: `${casesText.actions.failed}：${error.what}`, todo: error.todo }} />
      {mayRecord && <span className={classes['soft']}>{actForm.anywayHint}</span>}
      <div className={caseClasses['actions']}>
        <SaveStatus state={form.save} words={casesText.draft} />
        <Button variant="default" onClick={onClose} disabled={command.pending}>
          {casesText.actions.cancel}
        </Button>
        {mayRecord && (
          <Button variant="default" loading={command.pending} onClick={() => void form.submit(true)}>
            {actForm.anyway}
          </Button>
        )}
        <Button loading={command.pending} disabled={others !== undefined} onClick={() => void form.submit(!info.open)}>
          {info.open ? actForm.submit : actForm.anyway}
        </Button>
      </div>
    </Stack>
  );
}

/** What is refused once and may be recorded all the same: money that came was taken, whatever the rule says. */
const RECORDED_AGAINST: ReadonlySet<string> = new Set(['cash_unlawful']);

const ASKED: ReadonlySet<string> = new Set([
  'photos',
  'drawn',
  'group',
  'hearingFromFen',
  'costFen',
  'days',
  'instalments',
]);

/** Asked first: what the act cannot be without, photos and drawings. */
function isAsked(field: { readonly name: string; readonly is: string; readonly required: boolean }): boolean {
  if (field.is === 'instant') return isPlanned(field.name);
  return field.required || ASKED.has(field.is) || ASKED.has(field.name);
}
