import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { planText as words } from '#renderer/app/language/zh/plan.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useRole } from '#renderer/queries/role.ts';
import { canSee, SCREENS } from '#shared/access/permissions.ts';
import { CODED_TITLES } from '#shared/documents/titles.ts';
import type { Programme, ProgrammeRow } from '#shared/programme/programme.ts';

import classes from './programmes.module.css';

type Props = { readonly plan: Programme; readonly year: number };

/** Every row of the plan, and what of the app serves it. */
export function PlanRows({ plan, year }: Props): ReactNode {
  return (
    <Panel title={words.rows} flush>
      <p className={classes['entry']}>{words.rowsHint}</p>
      <PlainList label={words.rows}>
        {plan.rows.map((row) => (
          <li key={row.id} className={classes['entry']}>
            <span className={classes['row']}>{row.id}</span>
            <span style={row.bold === true ? { fontWeight: 650 } : undefined}>
              {row.name}
              {row.target !== '' && `：${row.target}`}
            </span>
            <span className={classes['served']}>
              {row.serves.map(({ by, ref }) => (
                <Served key={`${by} ${ref}`} by={by} name={ref} plan={plan} year={year} />
              ))}
            </span>
          </li>
        ))}
      </PlainList>
    </Panel>
  );
}

type ServedProps = Props & { readonly by: ProgrammeRow['serves'][number]['by']; readonly name: string };

function Served({ by, name, plan, year }: ServedProps): ReactNode {
  const catalogue = useCatalogue();
  const role = useRole();
  switch (by) {
    case 'indicator': {
      const label = plan.indicators.find(({ id }) => id === name)?.name ?? name;
      return <Link href={`/plan/${String(year)}/${name}`}>{`${words.served.indicator} ${label}`}</Link>;
    }
    case 'checklist': {
      const label = catalogue?.checklists.find(({ id }) => id === name)?.name;
      return <Soft text={`${words.served.checklist} ${label ?? `${name}（${words.pending}）`}`} />;
    }
    case 'register': {
      const label = catalogue?.registers.find(({ id }) => id === name)?.name ?? name;
      return <Link href={`/sites?register=${name}`}>{`${words.served.register} ${label}`}</Link>;
    }
    case 'matter':
      return <Soft text={`${words.served.matter} ${words.families(name)}`} />;
    case 'document':
      return <Soft text={`${words.served.document} ${CODED_TITLES[name] ?? name}`} />;
    case 'note':
      return <Soft text={name} />;
    default: {
      const label = words.screens[name];
      if (label === undefined) return <Soft text={`${name}（${words.pending}）`} />;
      const isSeen = role !== undefined && SCREENS.some((screen) => `/${screen}` === name && canSee(role, screen));
      return isSeen ? <Link href={name}>{label}</Link> : <Soft text={label} />;
    }
  }
}

function Soft({ text }: { readonly text: string }): ReactNode {
  return <span className={classes['soft']}>{text}</span>;
}
