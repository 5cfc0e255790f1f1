import { Anchor } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { actForm, choiceLabel } from '#renderer/app/language/zh/actFields.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { showYuan } from '#renderer/app/language/zh/yuan.ts';
import { KeyValue, type KeyValueRow } from '#renderer/components/KeyValue.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { instalmentsOf } from '#shared/case/instalments.ts';
import { penaltyWords } from '#shared/documents/fileWording.ts';
import type { Party } from '#shared/events/party.ts';
import type { Penalty } from '#shared/events/penalty.ts';
import { maskedId } from '#shared/party/idNumber.ts';

const words = fileText.file;

/** What the file is about: procedure, matter, penalty, building. */
export function FilePanel({ row }: { readonly row: CaseRow }): ReactNode {
  const { file } = row;
  if (file === undefined) return null;
  const shown = (key: string, value: ReactNode | undefined): KeyValueRow[] =>
    value === undefined ? [] : [{ key, value }];
  return (
    <Panel title={words.title}>
      <KeyValue
        rows={[
          { key: words.procedure, value: words.procedures[row.procedure] },
          ...shown(
            words.matter,
            file.matter && <Matter code={file.matter.code} name={file.matter.name} verified={file.matter.verified} />,
          ),
          ...shown(words.proposal, penalty(file.decided === undefined ? file.proposal : undefined)),
          ...shown(words.decided, penalty(file.decided)),
          ...shown(words.paid, file.paidFen === 0 ? undefined : showYuan(file.paidFen)),
          ...shown(words.instalments, plan(row)),
          ...shown(words.structure, building(row)),
          ...shown(words.demolished, demolition(row)),
          ...shown(words.accepted, file.acceptedAreaE2 === undefined ? undefined : `${m2(file.acceptedAreaE2)} ㎡`),
        ]}
      />
      {file.convertedTo !== undefined && <Other id={file.convertedTo} text={words.convertedTo} />}
      {file.convertedFrom !== undefined && <Other id={file.convertedFrom} text={words.convertedFrom} />}
    </Panel>
  );
}

function Matter({
  code,
  name,
  verified,
}: {
  readonly code: string;
  readonly name: string;
  readonly verified: boolean;
}): ReactNode {
  return (
    <>
      {`${code} ${name}`}
      {!verified && (
        <div>
          <StatusBadge tone="warn">{words.unverified}</StatusBadge>
        </div>
      )}
    </>
  );
}

function Other({ id, text }: { readonly id: string; readonly text: string }): ReactNode {
  return (
    <Anchor component={Link} href={`/cases/${id}`}>
      {text}
    </Anchor>
  );
}

function penalty(one: Penalty | undefined): string | undefined {
  return one === undefined ? undefined : penaltyWords(one);
}

function building({ file }: CaseRow): string | undefined {
  const structure = file?.structure;
  if (structure === undefined) return undefined;
  const e2 = structure.floors.reduce((sum, { areaE2 }) => sum + areaE2, 0);
  const kind = `${choiceLabel('being', structure.being)} · ${choiceLabel('structure', structure.structure)}`;
  return `${words.area(m2(e2), structure.floors.length)} · ${kind}`;
}

function demolition({ file }: CaseRow): string | undefined {
  const done = file?.demolished;
  return done === undefined ? undefined : words.demolition(m2(done.areaE2), words.modes[done.mode]);
}

function m2(e2: number): string {
  return String(e2 / 100);
}

/** 当事人 of a file; the ID number is masked until somebody asks for it. */
export function FilePartyPanel({ party }: { readonly party: Party | undefined }): ReactNode {
  const [whole, setWhole] = useState(false);
  const labels = actForm.party;
  if (party === undefined) return <Panel title={fileText.party.title}>{fileText.party.none}</Panel>;
  const text = (key: string, value: string | undefined): KeyValueRow[] =>
    value === undefined || value === '' ? [] : [{ key, value }];
  const id = party.kind === 'legal_person' ? undefined : party.idNumber;
  return (
    <Panel title={fileText.party.title}>
      <KeyValue
        rows={[
          { key: labels.kind, value: labels[party.kind] },
          ...(party.kind === 'sole_trader' ? text(labels.shop, party.shop) : []),
          {
            key: { citizen: labels.name, sole_trader: labels.operator, legal_person: labels.company }[party.kind],
            value: party.name,
          },
          ...(party.kind === 'legal_person' ? text(labels.representative, party.representative) : []),
          ...(party.kind === 'citizen' ? [] : text(labels.uscc, party.uscc)),
          ...text(fileText.party.id, id === undefined || whole ? id : maskedId(id)),
          ...text(labels.address, party.address),
          ...text(labels.phone, party.phone),
        ]}
      />
      {id !== undefined && id !== '' && !whole && (
        <Anchor component="button" onClick={() => setWhole(true)}>
          {fileText.party.showId}
        </Anchor>
      )}
    </Panel>
  );
}

/** Every instalment with its day, and what of it is open. */
function plan(row: CaseRow): ReactNode | undefined {
  const all = instalmentsOf(row);
  if (all.length === 0) return undefined;
  return all.map(({ no, rawOn, owedFen }) => (
    <div key={no}>
      {words.instalment(no, rawOn, owedFen === 0 ? words.instalmentPaid : words.instalmentOwed(showYuan(owedFen)))}
    </div>
  ));
}
