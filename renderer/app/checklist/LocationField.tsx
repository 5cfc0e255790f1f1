import { useState, type ReactNode } from 'react';

import type { Position } from '#shared/events/fields.ts';

import { inspectionsText } from '../language/zh/inspections.ts';
import { PositionInput } from '../position/PositionInput.tsx';

import { ReasonInstead } from './ReasonInstead.tsx';
import type { ItemProps } from './itemProps.ts';

const words = inspectionsText.form.location;

/** Where it is: by the device, on the map, or typed; or why nothing could be had. */
export function LocationField({ item, mark, answer, onChange }: ItemProps): ReactNode {
  const [excused, setExcused] = useState((answer?.note ?? '') !== '');
  const found = (position: Position | undefined, when: 'now' | 'soon'): void =>
    onChange({ position, answer: position === undefined ? 'not_checked' : 'pass', note: undefined }, when);
  return (
    <div role="group" aria-label={`${mark} ${item.text}`}>
      {!excused && <PositionInput position={answer?.position} onFound={found} />}
      <ReasonInstead
        label={words.reason}
        cannot={words.cannot}
        can={words.can}
        isOpen={excused}
        reason={answer?.note ?? ''}
        onOpen={(open) => {
          setExcused(open);
          found(undefined, 'now');
        }}
        onReason={(text) => onChange({ note: text === '' ? undefined : text, answer: 'not_checked' }, 'soon')}
      />
    </div>
  );
}
