import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { areaLevels, areasText as words } from '#renderer/app/language/zh/areas.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { EmptyNote, LoadingState } from '#renderer/components/states.tsx';
import { useAreas } from '#renderer/queries/areas.ts';
import { useNames } from '#renderer/queries/directory.ts';

import { ImportAreas } from './ImportAreas.tsx';
import classes from './checklists.module.css';

/** The areas of the bureau, for administrators: what is in use, and a file that is checked, looked at and published. */
export function AreasPage(): ReactNode {
  const sets = useAreas();
  const names = useNames();
  return (
    <PageColumn>
      <PageHeader title={words.title} subtitle={words.subtitle} />
      <Panel title={words.inUse} flush>
        {sets === undefined && <LoadingState />}
        {sets?.length === 0 && <EmptyNote title={words.none} text={words.noneText} />}
        {sets !== undefined && sets.length > 0 && (
          <PlainList label={words.inUse}>
            {sets.map(({ level, version, crs, source, by, at, areas }) => (
              <li key={level} className={classes['line']}>
                <div>
                  <strong>{areaLevels[level]}</strong>
                  <div className={classes['facts']}>
                    {[
                      words.line(version, areas.length),
                      words.facts(words.systems[crs], source),
                      words.publishedBy(names.person(by), showInstant(at)),
                    ].join(' · ')}
                  </div>
                </div>
              </li>
            ))}
          </PlainList>
        )}
      </Panel>
      <ImportAreas />
    </PageColumn>
  );
}
