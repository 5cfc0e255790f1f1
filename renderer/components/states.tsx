import { Button, Loader, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';

import classes from './states.module.css';
import { kit } from './text.ts';

type EmptyProps = {
  readonly title: string;
  readonly text?: string;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
};

/** Nothing is there (yet): says so, why that is fine, and what one can do. */
export function EmptyState({ title, text, icon, action }: EmptyProps): ReactNode {
  return (
    <div className={classes['box']}>
      <div className={classes['icon']}>{icon ?? <IconInbox size={40} stroke={1.5} aria-hidden />}</div>
      <Title order={2} size="h3">
        {title}
      </Title>
      {text !== undefined && <Text c="dimmed">{text}</Text>}
      {action}
    </div>
  );
}

type ErrorProps = {
  readonly what: string;
  readonly todo: string;
  readonly onRetry?: (() => void) | undefined;
  readonly retrying?: boolean;
};

/** Something failed: what happened and what to do, read out at once. For a whole page or a panel. */
export function ErrorState({ what, todo, onRetry, retrying = false }: ErrorProps): ReactNode {
  return (
    <div className={classes['box']} role="alert">
      <div className={classes['bad']}>
        <IconAlertTriangle size={40} stroke={1.5} aria-hidden />
      </div>
      <Title order={2} size="h3">
        {what}
      </Title>
      <Text c="dimmed">{todo}</Text>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry} loading={retrying}>
          {kit.retry}
        </Button>
      )}
    </div>
  );
}

/** Nothing in one panel among others: two lines, no picture. */
export function EmptyNote({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  return (
    <div className={classes['compact']}>
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" size="sm">
        {text}
      </Text>
    </div>
  );
}

/** A refused command inside a form, beside its button. Renders nothing without an error, but stays a live region. */
export function FormError({
  error,
}: {
  readonly error: { readonly what: string; readonly todo: string } | undefined;
}): ReactNode {
  return (
    <div role="alert" className={error === undefined ? classes['silent'] : classes['formError']}>
      {error !== undefined && (
        <>
          <IconAlertTriangle size={22} aria-hidden className={classes['formErrorIcon']} />
          <div>
            <strong>{error.what}</strong>
            <div>{error.todo}</div>
          </div>
        </>
      )}
    </div>
  );
}

const SLOW_AFTER_MS = 8000;

/** Reading; after a while it says that this takes long, because a full disk can make reads never end. */
export function LoadingState(): ReactNode {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className={classes['box']} role="status">
      <Loader size="md" aria-hidden />
      <Text c="dimmed">{slow ? kit.slow : kit.loading}</Text>
    </div>
  );
}
