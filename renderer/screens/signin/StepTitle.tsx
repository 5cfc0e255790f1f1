import { Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

import classes from './signin.module.css';

/** Heading of a step; takes the focus when the step appears. */
export function StepTitle({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    heading.current?.focus();
  }, [title]);
  return (
    <div>
      <h1 ref={heading} tabIndex={-1} className={classes['stepTitle']}>
        {title}
      </h1>
      <Text c="dimmed">{text}</Text>
    </div>
  );
}
