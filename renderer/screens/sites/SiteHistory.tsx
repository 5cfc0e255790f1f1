import { useMemo, type ReactNode } from 'react';

import { sites } from '#renderer/app/language/zh/sites.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { TimelineView } from '#renderer/components/TimelineView.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { usePeople } from '#renderer/queries/people.ts';
import { useSiteEvents } from '#renderer/queries/siteHistory.ts';

import { historyOf } from './history.ts';

/** Who registered and changed a thing, what and when; nothing where this device has no record of it. */
export function SiteHistory({ id }: { readonly id: string }): ReactNode {
  const events = useSiteEvents(id);
  const catalogue = useCatalogue();
  const people = usePeople();
  const items = useMemo(() => {
    if (events === undefined || catalogue === undefined || catalogue === null) return undefined;
    return historyOf(events, catalogue, new Map(people?.map(({ user, name }) => [user, name])));
  }, [events, catalogue, people]);
  if (items?.length === 0) return null;
  return (
    <Panel title={sites.history}>
      {items === undefined ? <LoadingState /> : <TimelineView label={sites.history} items={items} />}
    </Panel>
  );
}
