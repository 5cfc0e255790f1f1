import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sha256Hex } from '#shared/kernel/hash.ts';
import type { Result } from '#shared/kernel/result.ts';

import { attachmentDigest } from './hashing.ts';
import { getBlob, judgeBlob, sendBlob, type BlobDelivery, type BlobUpload } from './remoteBlob.ts';
import type { BlobRefusal } from './serverAnswer.ts';
import type { BlobFetch, BlobTarget } from './serverLeaves.ts';

type Ask = { readonly as?: string; readonly body?: unknown };
/** What the test needs of the hub's `TestServer`, which the renderer's project does not see. */
type Server = {
  readonly adminUrl: string;
  readonly ask: (
    method: string,
    path: string,
    ask?: Ask,
  ) => Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  readonly user: (name: 'officer' | 'supervisor') => string;
  readonly database: (kind: 'evidence', name: 'a') => string;
  readonly close: () => Promise<void>;
};

const HUB = '../../../scripts/hub/testing/testServer.ts';
const DEVICE = '01890a5d-ac96-774b-bcce-b302099a8057';
const BYTES = Uint8Array.from({ length: 300_000 }, (_, index) => (index * index) & 255);

let server: Server;
const direct: BlobFetch = (url, init) => fetch(url, init);

beforeAll(async () => {
  const { TestServer } = (await import(/* @vite-ignore */ HUB)) as {
    readonly TestServer: { readonly open: () => Promise<Server> };
  };
  server = await TestServer.open();
});
afterAll(() => server.close());

function target(user = server.user('officer'), password = 'xunzhi-demo'): BlobTarget {
  return {
    databaseUrl: `${new URL(server.adminUrl).origin}/${server.database('evidence', 'a')}`,
    authorization: `Basic ${btoa(`${user}:${password}`)}`,
  };
}

/** A photo nobody sent before, as bytes and as what is delivered. */
function aPhoto(mark: number): {
  readonly key: string;
  readonly blob: Blob;
  readonly by: string;
  readonly device: string;
} {
  const bytes = BYTES.map((byte) => byte ^ mark);
  return {
    key: `photo:${sha256Hex(bytes)}`,
    blob: new Blob([bytes], { type: 'image/jpeg' }),
    by: server.user('officer'),
    device: DEVICE,
  };
}

/** Sends a blob and asks whether it is there, as the lane does with many. */
async function deliver(
  fetcher: BlobFetch,
  to: BlobTarget,
  photo: BlobUpload,
): Promise<Result<BlobDelivery, BlobRefusal>> {
  const send = (url: string, headers: Readonly<Record<string, string>>, body: Blob): Promise<Response> =>
    fetcher(url, { method: 'PUT', headers, body });
  const sent = await sendBlob(send, to, photo);
  if (!sent.ok) return sent;
  const mark = { key: photo.key, bytes: photo.blob.size, digest: await attachmentDigest(photo.blob) };
  return judgeBlob(fetcher, to, mark, sent.value);
}

async function textOf(blob: Blob): Promise<string> {
  return sha256Hex(new Uint8Array(await blob.arrayBuffer()));
}

describe('photos on the server', () => {
  it('go up once, count as delivered the second time, and come down the same', async () => {
    const photo = aPhoto(1);
    expect(await deliver(direct, target(), photo)).toEqual({ ok: true, value: { is: 'stored' } });
    expect(await deliver(direct, target(), photo)).toEqual({ ok: true, value: { is: 'already_there' } });
    const back = await getBlob(direct, target(), photo.key);
    expect(back.ok && (await textOf(back.value))).toBe(photo.key.slice(6));
    const { body } = await server.ask('GET', `/${server.database('evidence', 'a')}/${encodeURIComponent(photo.key)}`);
    expect(body).toMatchObject({
      kind: 'photo',
      by: photo.by,
      device: DEVICE,
      _attachments: { body: { content_type: 'image/jpeg', length: BYTES.length } },
    });
  });

  it('are not delivered when the server holds other bytes under their name', async () => {
    const photo = aPhoto(2);
    expect(
      await deliver(direct, target(), { ...photo, blob: new Blob(['other'], { type: 'image/jpeg' }) }),
    ).toMatchObject({ ok: true });
    const answer = await deliver(direct, target(), photo);
    expect(answer.ok ? '' : answer.error.code).toMatch(/^(other_content|forbidden)$/);
    expect(answer).toMatchObject({ ok: false, error: { retry: false } });
    expect(await getBlob(direct, target(), photo.key)).toMatchObject({ ok: false, error: { code: 'mismatch' } });
  });

  it('come down from the true leaf when a forged one wins', async () => {
    const photo = aPhoto(3);
    await deliver(direct, target(), photo);
    const forged = {
      _id: photo.key,
      _rev: `1-${'f'.repeat(32)}`,
      kind: 'photo',
      by: photo.by,
      device: DEVICE,
      _attachments: { body: { content_type: 'image/jpeg', data: btoa('forged') } },
    };
    await server.ask('POST', `/${server.database('evidence', 'a')}/_bulk_docs`, {
      body: { new_edits: false, docs: [forged] },
    });
    const winner = await direct(`${target().databaseUrl}/${encodeURIComponent(photo.key)}/body`, {
      headers: { authorization: target().authorization },
    });
    expect(await winner.text()).toBe('forged');
    const back = await getBlob(direct, target(), photo.key);
    expect(back.ok && (await textOf(back.value))).toBe(photo.key.slice(6));
    expect(await deliver(direct, target(), photo)).toEqual({ ok: true, value: { is: 'already_there' } });
  });

  it('need the expected hash for thumbnails, whose name is that of the original', async () => {
    const photo = aPhoto(4);
    const thumb = {
      ...photo,
      key: photo.key.replace('photo:', 'thumb:'),
      blob: new Blob(['small'], { type: 'image/jpeg' }),
    };
    expect(await deliver(direct, target(), thumb)).toMatchObject({ ok: true });
    const right = sha256Hex(new TextEncoder().encode('small'));
    expect(await getBlob(direct, target(), thumb.key, right)).toMatchObject({ ok: true });
    expect(await getBlob(direct, target(), thumb.key, 'a'.repeat(64))).toMatchObject({
      ok: false,
      error: { code: 'mismatch' },
    });
    expect(await getBlob(direct, target(), thumb.key)).toMatchObject({ ok: false, error: { code: 'mismatch' } });
  });

  it('tell a missing photo, a wrong password and a foreign author apart', async () => {
    const photo = aPhoto(5);
    expect(await getBlob(direct, target(), photo.key)).toEqual({
      ok: false,
      error: { code: 'not_found', status: 404 },
    });
    expect(await deliver(direct, target(server.user('officer'), 'wrong-password'), photo)).toMatchObject({
      ok: false,
      error: { code: 'unauthorized', retry: true },
    });
    expect(await deliver(direct, target(), { ...photo, by: server.user('supervisor') })).toMatchObject({
      ok: false,
      error: { code: 'forbidden', retry: false },
    });
    expect(await getBlob(direct, target(), photo.key)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('are not delivered by a 202', async () => {
    const accepted: BlobFetch = async (url, init) => {
      const response = await fetch(url, init);
      return init.method === 'PUT' ? new Response('{"ok":true}', { status: 202 }) : response;
    };
    expect(await deliver(accepted, target(), aPhoto(6))).toMatchObject({
      ok: false,
      error: { code: 'not_confirmed', retry: true },
    });
  });
});
