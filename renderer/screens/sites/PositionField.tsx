import { Input } from '@mantine/core';
import type { ReactNode } from 'react';

import { placeText } from '#renderer/app/language/zh/position.ts';
import { PositionInput } from '#renderer/app/position/PositionInput.tsx';

import type { SiteForm } from './siteForm.ts';

type Props = {
  readonly form: SiteForm;
  readonly onChange: (form: SiteForm) => void;
  readonly error: string | undefined;
};

/** Where a thing is, by coordinates; it may be left out, but not half filled. */
export function PositionField({ form, onChange, error }: Props): ReactNode {
  return (
    <Input.Wrapper
      label={placeText.position}
      description={placeText.positionHint}
      error={error}
      labelElement="div"
      inputWrapperOrder={['label', 'description', 'error', 'input']}
    >
      {/* A group bears no aria-invalid; the form goes to it all the same. */}
      <div role="group" aria-label={placeText.position} data-invalid={error !== undefined} tabIndex={-1}>
        <PositionInput
          position={form.position}
          onFound={(position, _when, positionUnread) => onChange({ ...form, position, positionUnread })}
        />
      </div>
    </Input.Wrapper>
  );
}
