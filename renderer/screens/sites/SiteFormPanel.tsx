import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Link } from 'wouter';

import { common } from '#renderer/app/language/zh/common.ts';
import type { ErrorText } from '#renderer/app/language/zh/errorText.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Register } from '#shared/catalogue/register.ts';

import { SiteFields } from './SiteFields.tsx';
import { errorsOf, type SiteForm } from './siteForm.ts';

type Props = {
  readonly start: SiteForm;
  readonly register: Register;
  readonly divisions: Catalogue['divisions'];
  readonly submitLabel: string;
  /** Where the way back leads. */
  readonly back: string;
  readonly pending: boolean;
  readonly error: ErrorText | undefined;
  /** Called with a form that has no errors. */
  readonly onSubmit: (form: SiteForm) => void;
  /** What else is asked below the fields. */
  readonly children?: ReactNode;
};

/** What is marked as wrong: fields, and groups of them. */
const INVALID = '[aria-invalid="true"], [role=group][data-invalid=true]';

/** The form of a thing of a register; marks what is wrong and goes to the first of it. */
export function SiteFormPanel(props: Props): ReactNode {
  const { start, register, divisions, submitLabel, back, pending, error, onSubmit, children } = props;
  const [form, setForm] = useState<SiteForm>(start);
  const [checked, setChecked] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setChecked(true);
    const element = event.currentTarget;
    if (Object.keys(errorsOf(form, register)).length === 0) onSubmit(form);
    // Wait for the marks to appear, then go to the first one.
    else requestAnimationFrame(() => element.querySelector<HTMLElement>(INVALID)?.focus());
  };
  return (
    <Panel>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <SiteFields
            {...{ form, divisions, register }}
            onChange={setForm}
            errors={checked ? errorsOf(form, register) : {}}
          />
          {children}
          <FormError error={error} />
          <Group justify="flex-end">
            <Button component={Link} href={back} variant="default">
              {common.cancel}
            </Button>
            <Button type="submit" loading={pending}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
