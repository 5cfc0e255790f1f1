import { useState } from 'react';

import { actForm, fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { send } from '#renderer/data/client.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { cleanContent, useAutosave, type SaveState } from '#renderer/queries/useAutosave.ts';
import { useCommand, type CommandHandle } from '#renderer/queries/useCommand.ts';
import type { ActKey } from '#shared/case/procedures/names.ts';
import type { EventType } from '#shared/events/registry.ts';
import { isSignedByPair } from '#shared/events/shape.ts';

import { usePair, type Pair } from '../usePair.ts';

import { fieldsFor, type ActField } from './actFields.ts';
import { dataOf, problemsOf, type Problem } from './actValues.ts';
import { holdTyped } from './useActDraft.ts';
import type { Values } from './values.ts';

/** The form of one act: what is typed, what is missing, who signs, and sending it. */
export type ActForm = {
  readonly fields: readonly ActField[];
  readonly values: Values;
  readonly change: (name: string, change: (before: unknown) => unknown, when: 'now' | 'soon') => void;
  readonly pair: Pair | undefined;
  readonly problems: readonly string[];
  readonly problemOf: (field: ActField) => string | undefined;
  readonly tried: boolean;
  readonly save: SaveState;
  readonly command: CommandHandle<'act.take'>;
  readonly submit: (anyway: boolean) => Promise<void>;
};

type Start = { readonly id: string; readonly values: Values; readonly act: ActKey; readonly row: CaseRow };

/** State of the form of an act; kept as a draft until the act is written. */
export function useActForm({ id, values: initial, act, row }: Start, onDone: (number?: string) => void): ActForm {
  const type = act.split(':', 1)[0] as EventType;
  const [values, setValues] = useState(initial);
  const fields = fieldsFor(act, values);
  const [tried, setTried] = useState(false);
  const autosave = useAutosave(id, 'act');
  const pairState = usePair();
  const pair = isSignedByPair(type) ? pairState : undefined;
  const command = useCommand('act.take');
  const found = problemsOf(fields, values);

  const change: ActForm['change'] = (name, turn, when) =>
    setValues((before) => {
      const next = { ...before, [name]: turn(before[name]) };
      holdTyped(row.id, act, { id, values: next });
      autosave.save({ caseId: row.id, act, values: next }, when);
      return next;
    });
  const submit = async (anyway: boolean): Promise<void> => {
    setTried(true);
    if (found.length > 0 || pair?.complete === false) return;
    const data = { ...cleanContent(dataOf(fields, values)) };
    const second = pair === undefined ? {} : { second: pair.second };
    const answer = await command.run({ caseId: row.id, act, data, anyway, ...second });
    if (!answer.ok) {
      pair?.refused(answer.error);
      return;
    }
    holdTyped(row.id, act, undefined);
    await autosave.stop();
    await send('draft.discard', { id });
    onDone(answer.value.number);
  };
  return {
    fields,
    values,
    change,
    pair,
    problems: found.map((problem) => textOf(act, problem)),
    problemOf: (field) => {
      const problem = tried ? found.find((one) => one.field.name === field.name) : undefined;
      return problem === undefined ? undefined : textOf(act, problem);
    },
    tried,
    save: autosave.state,
    command,
    submit,
  };
}

function textOf(act: ActKey, { field, is }: Problem): string {
  const label = fieldLabel(act, field.name);
  if (is === 'bad_number') return actForm.badNumber(label);
  if (field.is === 'photos') return actForm.missingPhotos(label);
  if (field.is === 'officers') return actForm.samePeople;
  return field.is === 'rows' ? actForm.missingRows(label) : actForm.missing(label);
}
