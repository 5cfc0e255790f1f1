import { useState, type ReactNode } from 'react';

import { signin } from '#renderer/app/language/zh/signin.ts';
import { useAppInfo } from '#renderer/app/useAppInfo.ts';
import { LoadingState } from '#renderer/components/states.tsx';
import type { SessionInfo } from '#renderer/data/client.ts';
import { usePeople } from '#renderer/queries/people.ts';

import { PasswordForm } from './PasswordForm.tsx';
import { ServerForm } from './ServerForm.tsx';
import { SetPinForm } from './SetPinForm.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import classes from './signin.module.css';

type Props = {
  readonly session: SessionInfo;
  /** What concerns the whole device, told before anybody has signed in. */
  readonly notice: ReactNode;
  /** A sign-in with a password begins: afterwards a missing PIN is asked for. */
  readonly onPassword: () => void;
  readonly onPinDone: () => void;
};

type Way = 'pin' | 'password' | 'server';

/** Everything before the app: server address, sign-in, PIN. One step at a time. */
export function SignInPage(props: Props): ReactNode {
  return (
    <main className={classes['page']}>
      <div className={classes['brand']}>
        <p className={classes['name']}>{signin.welcome}</p>
        <p className={classes['tagline']}>{signin.tagline}</p>
      </div>
      <div className={classes['side']}>
        <div className={classes['notice']}>{props.notice}</div>
        <div className={classes['card']}>
          <Step {...props} />
        </div>
      </div>
    </main>
  );
}

function Step({ session, onPassword, onPinDone }: Omit<Props, 'notice'>): ReactNode {
  const info = useAppInfo();
  const people = usePeople();
  const [chosen, setChosen] = useState<Way>();

  if (session.is === 'open') return <SetPinForm onDone={onPinDone} />;
  if (info === undefined || people === undefined) return <LoadingState />;

  const withPin = people.filter((person) => person.hasPin);
  const server = info?.server ?? null;
  const way = chosen ?? (withPin.length > 0 ? 'pin' : server === null ? 'server' : 'password');
  if (way === 'server') {
    return (
      <ServerForm
        current={server}
        caFile={info?.caFile ?? null}
        proxy={info?.proxy ?? null}
        onCancel={server === null && withPin.length === 0 ? undefined : () => setChosen(undefined)}
      />
    );
  }
  if (way === 'pin') {
    return (
      <UnlockForm
        people={withPin}
        last={session.user}
        onPassword={() => setChosen(server === null ? 'server' : 'password')}
      />
    );
  }
  return (
    <PasswordForm
      server={server ?? ''}
      user={session.user ?? ''}
      onSubmit={onPassword}
      onServer={() => setChosen('server')}
      onPin={withPin.length > 0 ? () => setChosen('pin') : undefined}
    />
  );
}
