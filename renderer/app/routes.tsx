import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';

import { HomePage } from '#renderer/screens/home/HomePage.tsx';
import { InspectionFormPage } from '#renderer/screens/inspections/InspectionFormPage.tsx';
import { InspectionPage } from '#renderer/screens/inspections/InspectionPage.tsx';
import { InspectionsPage } from '#renderer/screens/inspections/InspectionsPage.tsx';
import { NewSitePage } from '#renderer/screens/sites/NewSitePage.tsx';
import { SitePage } from '#renderer/screens/sites/SitePage.tsx';
import { SitesPage } from '#renderer/screens/sites/SitesPage.tsx';
import { SyncPage } from '#renderer/screens/sync/SyncPage.tsx';

import { NotFoundPage } from './NotFoundPage.tsx';

/** Which address shows which page. */
export function AppRoutes(): ReactNode {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/sites" component={SitesPage} />
      <Route path="/sites/new" component={NewSitePage} />
      <Route path="/sync" component={SyncPage} />
      <Route path="/inspections" component={InspectionsPage} />
      {/* The key makes another record another page, so that none shows the last one's state. */}
      <Route path="/sites/:id">{({ id }) => <SitePage key={id} id={id} />}</Route>
      <Route path="/inspections/draft/:id">{({ id }) => <InspectionFormPage key={id} id={id} />}</Route>
      <Route path="/inspections/:id">{({ id }) => <InspectionPage key={id} id={id} />}</Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
