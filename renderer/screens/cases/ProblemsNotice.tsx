import { useEffect, useRef, type ReactNode } from 'react';

import classes from './cases.module.css';

/** What is still missing, in one list; read out when it appears. */
export function ProblemsNotice({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly string[];
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const some = lines.length > 0;
  useEffect(() => {
    if (some) box.current?.scrollIntoView({ block: 'nearest' });
  }, [some]);
  if (!some) return null;
  return (
    <div ref={box} className={classes['notice']} data-tone="bad" role="alert">
      <p className={classes['noticeTitle']}>{title}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
