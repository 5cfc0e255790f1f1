import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Fault = { readonly key: string; readonly place: ReactNode; readonly says: string };

type Props = {
  readonly title: string;
  readonly faults: readonly Fault[];
  /** What is said of the faults that are not listed. */
  readonly more?: string | undefined;
};

/** What is wrong with a file, each with its place. */
export function FaultList({ title, faults, more }: Props): ReactNode {
  return (
    <div role="alert">
      <Text fw={600} c="var(--xz-bad)">
        {title}
      </Text>
      <ul>
        {faults.map(({ key, place, says }) => (
          <li key={key}>
            {place} {says}
          </li>
        ))}
      </ul>
      {more !== undefined && <Text>{more}</Text>}
    </div>
  );
}

type TextProps<C extends string> = {
  readonly faults: readonly { readonly code: C; readonly place: string; readonly subject: string }[];
  readonly words: {
    readonly faultsTitle: (count: number) => string;
    readonly whole: string;
    readonly faults: Readonly<Record<C, string>>;
  };
};

/** What is wrong with a text in JSON; the place is a path in it, empty for the whole. */
export function TextFaults<C extends string>({ faults, words }: TextProps<C>): ReactNode {
  const lines = faults.map(({ code, place, subject }) => ({
    key: `${code} ${place} ${subject}`,
    place: <code>{place === '' ? words.whole : place}</code>,
    says: `${words.faults[code]} ${subject}`.trim(),
  }));
  return <FaultList title={words.faultsTitle(faults.length)} faults={lines} />;
}
