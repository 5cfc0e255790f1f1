import type { MouseEvent, ReactNode } from 'react';

import { PageTitleProvider } from '#renderer/components/pageTitle.tsx';

import { PageErrorBoundary } from './PageErrorBoundary.tsx';
import { Rail } from './Rail.tsx';
import { SessionNotice } from './SessionNotice.tsx';
import classes from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { common } from './language/zh/common.ts';
import { DiskBanner } from './rescue/DiskBanner.tsx';
import { RescueNotice } from './rescue/RescueNotice.tsx';
import { AppRoutes } from './routes.tsx';

function skipToContent(event: MouseEvent): void {
  // A plain #fragment would be taken for an address by the hash router.
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** The frame of the app: rail, top bar, page. Only the page scrolls. */
export function Shell(): ReactNode {
  return (
    <PageTitleProvider>
      <div className={classes['shell']}>
        <a href="#content" className={classes['skip']} onClick={skipToContent}>
          {common.skipToContent}
        </a>
        <Rail />
        <TopBar />
        <main id="content" tabIndex={-1} className={classes['page']}>
          <DiskBanner />
          <RescueNotice />
          <PageErrorBoundary>
            <SessionNotice />
            <AppRoutes />
          </PageErrorBoundary>
        </main>
      </div>
    </PageTitleProvider>
  );
}
