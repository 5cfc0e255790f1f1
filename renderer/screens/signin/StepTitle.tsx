import { Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

import classes from './signin.module.css';

/** Heading of a step. When the step appears, the first field still to be filled takes the focus. */
export function StepTitle({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    const fields = [...(heading.current?.closest('form')?.querySelectorAll('input') ?? [])];
    (fields.find((field) => field.value === '') ?? heading.current)?.focus();
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
