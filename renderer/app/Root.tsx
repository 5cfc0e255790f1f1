import { useEffect, useState, type ReactNode } from 'react';

import { Shell } from './Shell.tsx';
import { useIdleLock } from './useIdleLock.ts';
import { useInertPortals } from './useInertPortals.ts';
import { useWorkerReady } from './useWorkerReady.ts';

import { LoadingState } from '#renderer/components/states.tsx';
import { useSession } from '#renderer/queries/meta.ts';
import { SignInPage } from '#renderer/screens/signin/SignInPage.tsx';

/**
 * Sign-in or the app. Locking hides the app without taking it down, so that a form keeps what was typed; another
 * person's sign-in starts it afresh.
 */
export function Root(): ReactNode {
  const ready = useWorkerReady();
  const session = useSession();
  const [shellOf, setShellOf] = useState<string>();
  const [settingPin, setSettingPin] = useState(false);

  const open = ready && session?.is === 'open';
  const user = open ? session.user : undefined;
  const needsPin = open && session.hasPin !== true && settingPin;
  useEffect(() => {
    if (user !== undefined) setShellOf(user);
  }, [user]);
  const locked = !open || needsPin;
  useIdleLock(open);
  useInertPortals(ready && locked);

  if (!ready || session === undefined) return <LoadingState />;
  return (
    <>
      {shellOf !== undefined && (
        <div hidden={locked} inert={locked}>
          <Shell key={shellOf} />
        </div>
      )}
      {locked && (
        <SignInPage session={session} onPassword={() => setSettingPin(true)} onPinDone={() => setSettingPin(false)} />
      )}
    </>
  );
}
