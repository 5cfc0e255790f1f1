import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';

import { NotFoundPage } from './NotFoundPage.tsx';

import { HomePage } from '#renderer/screens/home/HomePage.tsx';
import { NewSitePage } from '#renderer/screens/sites/NewSitePage.tsx';
import { SitePage } from '#renderer/screens/sites/SitePage.tsx';
import { SitesPage } from '#renderer/screens/sites/SitesPage.tsx';
import { SyncPage } from '#renderer/screens/sync/SyncPage.tsx';


/** Which address shows which page. Ids change the key, so that a page never shows the last one's state. */
export function AppRoutes(): ReactNode {
  return (
    <Switch>
      <Route path="/">
        <HomePage />
      </Route>
      <Route path="/sites">
        <SitesPage />
      </Route>
      <Route path="/sites/new">
        <NewSitePage />
      </Route>
      <Route path="/sites/:id">{({ id }) => <SitePage key={id} id={id} />}</Route>
      <Route path="/sync">
        <SyncPage />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
