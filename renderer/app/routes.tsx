import { lazy, Suspense, type ReactNode } from 'react';
import { Route, Switch } from 'wouter';

import { LoadingState } from '#renderer/components/states.tsx';
import { AccountPage } from '#renderer/screens/account/AccountPage.tsx';
import { AreasPage } from '#renderer/screens/admin/AreasPage.tsx';
import { ChecklistsPage } from '#renderer/screens/admin/ChecklistsPage.tsx';
import { DevicesPage } from '#renderer/screens/admin/DevicesPage.tsx';
import { EditorPage } from '#renderer/screens/admin/editor/EditorPage.tsx';
import { CasePage } from '#renderer/screens/cases/CasePage.tsx';
import { CasesPage } from '#renderer/screens/cases/CasesPage.tsx';
import { NewCasePage } from '#renderer/screens/cases/NewCasePage.tsx';
import { DuePage } from '#renderer/screens/cases/due/DuePage.tsx';
import { NewFilePage } from '#renderer/screens/cases/filing/NewFilePage.tsx';
import { MoneyPage } from '#renderer/screens/cases/money/MoneyPage.tsx';
import { NumbersPage } from '#renderer/screens/cases/numbers/NumbersPage.tsx';
import { PrintQueuePage } from '#renderer/screens/cases/printing/PrintQueuePage.tsx';
import { NoticePage } from '#renderer/screens/documents/NoticePage.tsx';
import { ExchangePage } from '#renderer/screens/exchange/ExchangePage.tsx';
import { HomePage } from '#renderer/screens/home/HomePage.tsx';
import { InspectionFormPage } from '#renderer/screens/inspections/InspectionFormPage.tsx';
import { InspectionPage } from '#renderer/screens/inspections/InspectionPage.tsx';
import { InspectionsPage } from '#renderer/screens/inspections/InspectionsPage.tsx';
import { IndicatorPage } from '#renderer/screens/programmes/IndicatorPage.tsx';
import { PlanPage } from '#renderer/screens/programmes/PlanPage.tsx';
import { PlansPage } from '#renderer/screens/programmes/PlansPage.tsx';
import { NewReportPage } from '#renderer/screens/reports/NewReportPage.tsx';
import { ReportPage } from '#renderer/screens/reports/ReportPage.tsx';
import { ReportsPage } from '#renderer/screens/reports/ReportsPage.tsx';
import { ReviewCasePage } from '#renderer/screens/review/ReviewCasePage.tsx';
import { ReviewPage } from '#renderer/screens/review/ReviewPage.tsx';
import { EditSitePage } from '#renderer/screens/sites/EditSitePage.tsx';
import { NewSitePage } from '#renderer/screens/sites/NewSitePage.tsx';
import { SitePage } from '#renderer/screens/sites/SitePage.tsx';
import { SitesPage } from '#renderer/screens/sites/SitesPage.tsx';
import { AlliancesPage } from '#renderer/screens/sites/alliances/AlliancesPage.tsx';
import { ImportPage } from '#renderer/screens/sites/import/ImportPage.tsx';
import { SyncPage } from '#renderer/screens/sync/SyncPage.tsx';
import { NewTaskPage } from '#renderer/screens/tasks/NewTaskPage.tsx';
import { TaskPage } from '#renderer/screens/tasks/TaskPage.tsx';
import { TasksPage } from '#renderer/screens/tasks/TasksPage.tsx';
import { VerifyPage } from '#renderer/screens/verify/VerifyPage.tsx';

import { NotFoundPage } from './NotFoundPage.tsx';

/** The engine of the map is loaded when somebody looks at it. */
const MapPage = lazy(async () => ({ default: (await import('#renderer/screens/map/MapPage.tsx')).MapPage }));

/** Which address shows which page. */
export function AppRoutes(): ReactNode {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/sites" component={SitesPage} />
      <Route path="/sites/new" component={NewSitePage} />
      <Route path="/sites/import" component={ImportPage} />
      <Route path="/sites/alliances" component={AlliancesPage} />
      <Route path="/sync" component={SyncPage} />
      <Route path="/inspections" component={InspectionsPage} />
      <Route path="/cases" component={CasesPage} />
      <Route path="/reports" component={ReportsPage} />
      <Route path="/reports/new" component={NewReportPage} />
      <Route path="/review" component={ReviewPage} />
      <Route path="/account" component={AccountPage} />
      <Route path="/devices" component={DevicesPage} />
      <Route path="/checklists" component={ChecklistsPage} />
      <Route path="/checklists/edit/:id?">{({ id }) => <EditorPage key={id ?? ''} id={id} />}</Route>
      <Route path="/areas" component={AreasPage} />
      <Route path="/verify" component={VerifyPage} />
      <Route path="/tasks" component={TasksPage} />
      <Route path="/tasks/new" component={NewTaskPage} />
      <Route path="/map">
        <Suspense fallback={<LoadingState />}>
          <MapPage />
        </Suspense>
      </Route>
      {/* The key makes another record another page, so that none shows the last one's state. */}
      <Route path="/sites/:id/edit">{({ id }) => <EditSitePage key={id} id={id} />}</Route>
      <Route path="/sites/:id">{({ id }) => <SitePage key={id} id={id} />}</Route>
      <Route path="/inspections/draft/:id">{({ id }) => <InspectionFormPage key={id} id={id} />}</Route>
      <Route path="/inspections/:id">{({ id }) => <InspectionPage key={id} id={id} />}</Route>
      <Route path="/cases/due" component={DuePage} />
      <Route path="/cases/numbers" component={NumbersPage} />
      <Route path="/cases/money" component={MoneyPage} />
      <Route path="/cases/printing" component={PrintQueuePage} />
      <Route path="/cases/file/:siteId">{({ siteId }) => <NewFilePage key={siteId} siteId={siteId} />}</Route>
      <Route path="/cases/new/:inspectionId/:item?">
        {({ inspectionId, item }) => (
          <NewCasePage key={`${inspectionId} ${item ?? ''}`} inspectionId={inspectionId} item={item} />
        )}
      </Route>
      <Route path="/cases/:id/notice">{({ id }) => <NoticePage key={id} caseId={id} />}</Route>
      <Route path="/cases/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
      <Route path="/reports/:id">{({ id }) => <ReportPage key={id} id={id} />}</Route>
      <Route path="/review/:id">{({ id }) => <ReviewCasePage key={id} id={id} />}</Route>
      <Route path="/tasks/:id">{({ id }) => <TaskPage key={id} id={id} />}</Route>
      <Route path="/exchange" component={ExchangePage} />
      <Route path="/plan">
        <PlanPage />
      </Route>
      <Route path="/plan/files" component={PlansPage} />
      <Route path="/plan/:year">{({ year }) => <PlanPage key={year} year={year} />}</Route>
      <Route path="/plan/:year/:id">
        {({ year, id }) => <IndicatorPage key={`${year}/${id}`} year={Number(year)} id={id} />}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
