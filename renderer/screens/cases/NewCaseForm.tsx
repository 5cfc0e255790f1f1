import { Button, Group } from '@mantine/core';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { SaveStatus } from '#renderer/components/SaveStatus.tsx';
import { SecondOfficer } from '#renderer/components/SecondOfficer.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { InspectionRow } from '#renderer/queries/inspections.ts';
import { useColleagues } from '#renderer/queries/people.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { FindingEditor } from './FindingEditor.tsx';
import { OpenedCases } from './OpenedCases.tsx';
import { ProblemsNotice } from './ProblemsNotice.tsx';
import classes from './cases.module.css';
import type { NewCase } from './newCase.ts';
import { useNewCase } from './useNewCase.ts';

const words = casesText.new;

type Props = { readonly row: InspectionRow; readonly initial: NewCase; readonly catalogue: Catalogue };

/** The form that registers a case: findings with their matters, the facts, and the second officer. */
export function NewCaseForm({ row, initial, catalogue }: Props): ReactNode {
  const form = useNewCase(row, initial);
  const people = useColleagues();
  return (
    <PageColumn>
      <OpenedCases inspection={row.id} />
      <Panel title={words.findings} flush>
        {form.content.findings.map((finding, index) => (
          <FindingEditor
            key={finding.key}
            n={index + 1}
            finding={finding}
            matters={catalogue.matters}
            stream={`inspection:${row.id}`}
            tried={form.tried}
            onChange={form.changeFinding}
          />
        ))}
        <Group p="md">
          <Button variant="subtle" leftSection={<IconPlus size={20} aria-hidden />} onClick={form.addFinding}>
            {words.addFinding}
          </Button>
        </Group>
      </Panel>
      <Panel>
        <div className={classes['stack']}>
          <TextArea
            label={words.facts}
            description={words.factsHint}
            required
            minRows={5}
            maxLength={2000}
            value={form.content.facts}
            error={form.problems.includes('facts') && words.problems.facts}
            onChange={form.setFacts}
          />
          <Group justify="space-between">
            <Button variant="default" leftSection={<IconRefresh size={20} aria-hidden />} onClick={form.rebuildFacts}>
              {words.factsRebuild}
            </Button>
            <SaveStatus state={form.save} words={casesText.draft} />
          </Group>
        </div>
      </Panel>
      <Panel title={words.second}>
        <SecondOfficer
          people={people ?? []}
          value={form.second}
          onChange={form.setSecond}
          exclude={form.ownUser}
          error={form.secondError}
        />
      </Panel>
      <ProblemsNotice title={words.problemsTitle} lines={form.problems.map((problem) => words.problems[problem])} />
      <FormError
        error={
          form.error === undefined
            ? undefined
            : { what: `${words.failed}：${messageOf(form.error).what}`, todo: messageOf(form.error).todo }
        }
      />
      <Group justify="flex-end">
        <Button size="lg" loading={form.pending} onClick={() => void form.submit()}>
          {words.submit}
        </Button>
      </Group>
    </PageColumn>
  );
}
