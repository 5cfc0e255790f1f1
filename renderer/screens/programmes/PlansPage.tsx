import { Group } from '@mantine/core';
import type { ReactNode } from 'react';

import { SaveTableButton } from '#renderer/app/SaveTableButton.tsx';
import { showInstant } from '#renderer/app/format.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { planFilesText as words } from '#renderer/app/language/zh/planFiles.ts';
import { makeWorkbook } from '#renderer/app/sheet/sheetClient.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useRole } from '#renderer/queries/role.ts';
import { mayManageDevices } from '#shared/access/permissions.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { programmeOf, type Programme } from '#shared/programme/programme.ts';
import { sheetOfPlan } from '#shared/programme/programmeSheet.ts';

import { PlanFilePanel } from './PlanFilePanel.tsx';
import classes from './programmes.module.css';

type LineProps = { readonly plan: Programme; readonly catalogue: Catalogue };

/** One version of the plan of a year, with what can be done with it. */
function PlanLine({ plan, catalogue }: LineProps): ReactNode {
  const names = useNames();
  const { year, version } = plan;
  const by = catalogue.publishedProgrammes.find((one) => one.year === year && one.version === version);
  const isCurrent = programmeOf(catalogue.programmes, year)?.version === version;
  const facts = [
    words.facts(plan.rows.length, plan.indicators.length),
    words.verifications[plan.verification],
    by === undefined ? words.bundled : words.publishedBy(names.person(by.by), showInstant(by.at)),
  ];
  const file = `${String(year)}.v${String(version)}`;
  return (
    <li className={classes['version']}>
      <div>
        <strong>{words.name(year, version)}</strong> {plan.name}
        <div className={classes['soft']}>{facts.join(' · ')}</div>
      </div>
      <Group>
        <StatusBadge tone={isCurrent ? 'good' : 'neutral'}>{isCurrent ? words.current : words.replaced}</StatusBadge>
        <SaveTableButton
          label={words.exportFile}
          name={`${file}.json`}
          disabled={false}
          text={() => `${JSON.stringify(plan, null, 2)}\n`}
        />
        <SaveTableButton
          label={words.exportSheet}
          name={`${file}.xlsx`}
          disabled={false}
          text={() => makeWorkbook([{ name: words.title, lines: sheetOfPlan(plan) }])}
        />
      </Group>
    </li>
  );
}

function Loaded({ catalogue }: { readonly catalogue: Catalogue }): ReactNode {
  const role = useRole();
  const plans = [...catalogue.programmes].sort((a, b) => b.year - a.year || b.version - a.version);
  return (
    <>
      <Panel title={words.inUse} flush>
        <PlainList label={words.inUse}>
          {plans.map((plan) => (
            <PlanLine key={`${String(plan.year)} ${String(plan.version)}`} plan={plan} catalogue={catalogue} />
          ))}
        </PlainList>
      </Panel>
      {role !== undefined && mayManageDevices(role) && <PlanFilePanel catalogue={catalogue} />}
    </>
  );
}

/** The plans of all years in every version; administrators check a new one here and publish it. */
export function PlansPage(): ReactNode {
  const catalogue = useCatalogue();
  return (
    <PageColumn>
      <PageHeader title={words.title} back="/plan" subtitle={words.subtitle} />
      {catalogue === undefined && <LoadingState />}
      {catalogue === null && <ErrorState {...messageOf({ code: 'catalogue_unreadable' })} />}
      {catalogue !== undefined && catalogue !== null && <Loaded catalogue={catalogue} />}
    </PageColumn>
  );
}
