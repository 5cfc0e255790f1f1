import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';

import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useSession } from '#renderer/queries/meta.ts';
import { SignInPage } from '#renderer/screens/signin/SignInPage.tsx';

import { Shell } from './Shell.tsx';
import { ExportFromFailedStart } from './bundle/ExportFromFailedStart.tsx';
import { messageOf } from './language/zh/errors.ts';
import { DiskBanner } from './rescue/DiskBanner.tsx';
import { Starting } from './rescue/Starting.tsx';
import { useIdleLock } from './useIdleLock.ts';
import { useInertPortals } from './useInertPortals.ts';
import { useWorkerReady } from './useWorkerReady.ts';

/**
 * Sign-in or the app. Locking hides the app without taking it down, so that a form keeps what was typed; another
 * person's sign-in starts it afresh.
 */
export function Root(): ReactNode {
  const worker = useWorkerReady();
  // Nothing opens the store before the worker has looked at it: on a full disk opening it could destroy it.
  if (worker.is === 'failed') {
    return (
      <>
        <ErrorState {...messageOf(worker.error)} />
        <ExportFromFailedStart />
      </>
    );
  }
  if (worker.is === 'starting') return <Starting />;
  return <Doors />;
}

/** Sign-in or the app. Locking hides the app without taking it down. */
function Doors(): ReactNode {
  const session = useSession();
  const [shellOf, setShellOf] = useState<string>();
  const [settingPin, setSettingPin] = useState(false);

  const open = session?.is === 'open';
  const user = open ? session.user : undefined;
  if (user !== undefined && user !== shellOf) setShellOf(user);
  const needsPin = open && session.hasPin !== true && settingPin;
  const locked = !open || needsPin;
  useIdleLock(open);
  useInertPortals(locked);
  useFreshStart(shellOf);

  if (session === undefined) return <LoadingState />;
  return (
    <>
      {shellOf !== undefined && (
        <div hidden={locked} inert={locked}>
          <Shell key={shellOf} />
        </div>
      )}
      {locked && (
        <SignInPage
          session={session}
          notice={<DiskBanner />}
          onPassword={() => setSettingPin(true)}
          onPinDone={() => setSettingPin(false)}
        />
      )}
    </>
  );
}

/** Another person begins on the first page, not where the last one was. */
function useFreshStart(user: string | undefined): void {
  const [, navigate] = useLocation();
  const last = useRef(user);
  useLayoutEffect(() => {
    if (last.current !== undefined && last.current !== user) navigate('/', { replace: true });
    last.current = user;
  }, [user, navigate]);
}
