import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { choiceLabel } from '#renderer/app/language/zh/actFields.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { fieldWorkText } from '#renderer/app/language/zh/fieldWork.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { FromReport } from '#renderer/app/reports/FromReport.tsx';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { SaveStatus } from '#renderer/components/SaveStatus.tsx';
import { SecondOfficer } from '#renderer/components/SecondOfficer.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useOthersPower } from '#renderer/queries/power.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { isInForce } from '#shared/catalogue/find.ts';
import type { Matter } from '#shared/catalogue/matter.ts';
import { SOURCES } from '#shared/events/filingEvents.ts';

import { PowerNotice } from '../PowerNotice.tsx';
import { ProblemsNotice } from '../ProblemsNotice.tsx';
import { PartyInput } from '../acts/PartyInput.tsx';
import classes from '../acts/acts.module.css';
import caseClasses from '../cases.module.css';

import { Duplicates } from './Duplicates.tsx';
import { PartyHistory } from './PartyHistory.tsx';
import { PROCEDURES, rangeOf, type NewFile } from './newFile.ts';
import { useNewFile, type NewFileForm } from './useNewFile.ts';

const words = fileText.new;
const OBJECTIONS = (['none', 'words', 'new_facts'] as const).map((value) => ({
  value,
  label: choiceLabel('objection', value),
}));

type Props = { readonly site: SiteRow; readonly initial: NewFile; readonly matters: readonly Matter[] };

/** The form of a new file; on the spot it goes on to the decision. */
export function NewFileFields({ site, initial, matters }: Props): ReactNode {
  const form = useNewFile(initial);
  const { content, change, pair, error } = form;
  const isSpot = content.procedure === 'spot';
  // A clue may be recorded whoever has the power; it is handed over then (行政处罚法 §25).
  const isClue = content.procedure === 'ordinary';
  const others = useOthersPower(content.matter, site);
  const text = error === undefined || pair?.errorText(error) !== undefined ? undefined : messageOf(error);
  const lines = [
    ...form.problems.map((problem) => words.problems[problem]),
    ...(pair?.complete === false ? [words.problems.second] : []),
  ];
  return (
    <PageColumn>
      {content.report !== undefined && <FromReport of={{ is: 'draft', report: content.report }} />}
      <Duplicates content={content} />
      <Found form={form} matters={matters} />
      <PowerNotice others={others} step={isClue ? 'clue' : 'opening'} />
      <details open={!isSpot || form.problems.includes('party')}>
        <summary className={classes['summary']}>{words.party}</summary>
        <Panel>
          <PartyInput
            value={content.party}
            onChange={(party, when) => change((before) => ({ ...before, party }), when)}
          />
        </Panel>
      </details>
      {isSpot && <PartyHistory party={content.party} matter={content.matter} />}
      {isSpot && <Decision form={form} matter={matters.find(({ code }) => code === content.matter)} />}
      {pair !== undefined && (
        <Panel>
          <SecondOfficer
            people={pair.people}
            value={pair.second}
            onChange={pair.setSecond}
            exclude={pair.ownUser}
            error={pair.errorText(error)}
          />
        </Panel>
      )}
      <ProblemsNotice title={words.problemsTitle} lines={form.tried ? lines : []} />
      <FormError error={text && { what: `${words.failed}：${text.what}`, todo: text.todo }} />
      <div className={caseClasses['actions']}>
        <SaveStatus state={form.save} words={casesText.draft} />
        <Button
          size="lg"
          loading={form.pending}
          disabled={others !== undefined && !isClue}
          onClick={() => void form.submit()}
        >
          {isSpot && content.objection !== 'new_facts' ? words.decide : words.submit}
        </Button>
      </div>
    </PageColumn>
  );
}

type FoundProps = { readonly form: NewFileForm; readonly matters: readonly Matter[] };

/** Which procedure and matter, what was seen, and the photos that show it. */
function Found({ form, matters }: FoundProps): ReactNode {
  const { content, change, pair } = form;
  return (
    <Panel>
      <div className={classes['stack']}>
        {pair !== undefined && (
          <div>
            <BigChoice
              label={words.procedure}
              options={PROCEDURES.map((value) => ({ value, label: fileText.file.procedures[value] }))}
              value={content.procedure}
              onChange={(procedure) => change((before) => ({ ...before, procedure, matter: '' }), 'now')}
            />
            <p className={classes['soft']}>{words.hints[content.procedure]}</p>
          </div>
        )}
        <MatterSelect form={form} matters={matters} />
        <TextArea
          label={words.facts}
          description={content.report === undefined ? words.factsHint : fieldWorkText.filing.notice}
          required
          maxLength={2000}
          value={content.facts}
          onChange={(facts) => change((before) => ({ ...before, facts }), 'soon')}
          error={form.tried && content.facts.trim() === '' && words.problems.facts}
        />
        <PhotosInput
          label={words.photos}
          photos={content.photos}
          missing={form.tried && content.photos.length === 0 ? words.problems.photos : undefined}
          onChange={(turn) => change((before) => ({ ...before, photos: turn(before.photos) }), 'now')}
        />
        {content.procedure !== 'spot' && (
          <Select
            label={words.source}
            data={SOURCES.filter((one) => one !== 'converted').map((value) => ({
              value,
              label: choiceLabel('source', value),
            }))}
            value={content.source}
            onChange={(source) => change((before) => ({ ...before, source: source ?? 'patrol' }), 'now')}
            allowDeselect={false}
          />
        )}
      </div>
    </Panel>
  );
}

/** Matters in force that the procedure may be used for; choosing one words the facts until somebody writes them. */
function MatterSelect({ form, matters }: FoundProps): ReactNode {
  const { content, change } = form;
  const today = useToday();
  const pick = (code: string | null): void => {
    const name = nameOf(matters, code ?? '');
    change((before) => {
      const isOwn = before.facts === '' || before.facts === words.factsOf(nameOf(matters, before.matter));
      return { ...before, matter: code ?? '', facts: isOwn && name !== '' ? words.factsOf(name) : before.facts };
    }, 'now');
  };
  return (
    <Select
      label={words.matter}
      required
      searchable
      data={matters
        .filter((one) => isInForce(one, today) && fits(one, content.procedure))
        .map(({ code, name, verify }) => ({
          value: code,
          label: `${code} ${name}${verify === undefined ? '' : words.matterUnverified}`,
        }))}
      value={content.matter === '' ? null : content.matter}
      onChange={pick}
      allowDeselect={false}
      error={form.tried && content.matter === '' && words.problems.matter}
    />
  );
}

function fits({ family, simple }: Matter, procedure: NewFile['procedure']): boolean {
  if (procedure === 'structure') return family === 'WJ';
  return procedure !== 'spot' || simple !== 'no';
}

function nameOf(matters: readonly Matter[], code: string): string {
  return matters.find((one) => one.code === code)?.name ?? '';
}

type DecisionProps = { readonly form: NewFileForm; readonly matter: Matter | undefined };

/** On the spot: what the party said, and what is imposed within the law's range. */
function Decision({ form, matter }: DecisionProps): ReactNode {
  const { content, change } = form;
  const range = rangeOf(content, matter, useCatalogue()?.settings.soleTraderAs);
  const hasNewFacts = content.objection === 'new_facts';
  return (
    <Panel>
      <div className={classes['stack']}>
        <div>
          <div className={classes['label']} aria-hidden>
            {words.objection}
          </div>
          <BigChoice
            label={words.objection}
            options={OBJECTIONS}
            value={content.objection}
            onChange={(objection) => change((before) => ({ ...before, objection }), 'now')}
          />
          {hasNewFacts && <p className={classes['soft']}>{words.convertHint}</p>}
        </div>
        {content.objection !== 'none' && (
          <TextArea
            label={words.words}
            maxLength={2000}
            value={content.words}
            onChange={(said) => change((before) => ({ ...before, words: said }), 'soon')}
          />
        )}
        {!hasNewFacts && (
          <>
            <TextInput
              label={words.fine}
              description={range && words.fineRange(String(range.minFen / 100), String(range.maxFen / 100))}
              inputMode="decimal"
              disabled={matter?.simple === 'warning_only'}
              value={content.fine}
              onChange={(event) => {
                const fine = event.currentTarget.value;
                change((before) => ({ ...before, fine }), 'soon');
              }}
              error={form.tried && form.problems.includes('penalty') && words.problems.penalty}
            />
            <Checkbox
              size="md"
              label={words.warning}
              checked={content.warning}
              onChange={(event) => {
                const warning = event.currentTarget.checked;
                change((before) => ({ ...before, warning }), 'now');
              }}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
