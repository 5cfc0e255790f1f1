import type { ReactNode } from 'react';

import { reasonText, sync as words } from '#renderer/app/language/zh/sync.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import { useWaitingBlobs, type WaitingBlob } from '#renderer/queries/transport.ts';

import { Quiet, Row, Rows } from './Rows.tsx';

const BYTES_PER_KIB = 1024;

function nameOf(blob: WaitingBlob): string {
  const [kind, hash = ''] = blob.key.split(':');
  const word = kind === 'thumb' ? words.thumb : kind === 'doc' ? words.doc : words.photo;
  return `${word} ${hash.slice(0, 8)}`;
}

/** Photos and document files on their way up; refused ones first. */
export function BlobsPanel(): ReactNode {
  const rows = useWaitingBlobs();
  return (
    <Panel title={words.blobs} flush>
      {rows === undefined && <LoadingState />}
      {rows?.length === 0 && <Quiet text={words.blobsEmpty} />}
      {rows !== undefined && rows.length > 0 && (
        <Rows
          label={words.blobs}
          items={rows}
          row={(blob) => (
            <Row
              key={blob.key}
              title={nameOf(blob)}
              text={words.size(blob.bytes / BYTES_PER_KIB)}
              reason={blob.state === 'refused' ? reasonText(blob.reason) : undefined}
              aside={
                blob.state === 'refused' ? (
                  <StatusBadge tone="bad">{words.refused}</StatusBadge>
                ) : (
                  <StatusBadge tone="info">{words.waiting}</StatusBadge>
                )
              }
            />
          )}
        />
      )}
    </Panel>
  );
}
