import { describe, expect, it } from 'vitest';

import { multipartRelated } from './multipart.ts';

const KEY = `photo:${'ab'.repeat(32)}`;

describe('multipartRelated', () => {
  it('carries the document and the bytes as they are', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, index) => index & 255);
    const { body, contentType } = multipartRelated(
      KEY,
      { kind: 'photo', by: 'officer', device: 'd' },
      new Blob([bytes], { type: 'image/jpeg' }),
    );
    const boundary = /^multipart\/related; boundary="(.+)"$/.exec(contentType)?.[1] ?? '';
    const whole = Array.from(new Uint8Array(await body.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('');
    const [before, json, attachment, after] = whole.split(`--${boundary}`);
    expect([before, after]).toEqual(['', '--']);
    expect(JSON.parse(json?.split('\r\n\r\n')[1] ?? '')).toEqual({
      _id: KEY,
      kind: 'photo',
      by: 'officer',
      device: 'd',
      _attachments: { body: { follows: true, content_type: 'image/jpeg', length: 300 } },
    });
    expect(attachment).toContain('\r\nContent-Type: image/jpeg\r\nContent-Length: 300\r\n\r\n');
    const sent = attachment?.slice(attachment.indexOf('\r\n\r\n') + 4, -2) ?? '';
    expect(Uint8Array.from(sent, (char) => char.charCodeAt(0))).toEqual(bytes);
  });

  it('names a type even when the blob has none', async () => {
    const { body } = multipartRelated(KEY, {}, new Blob(['x']));
    expect(await body.text()).toContain('Content-Type: application/octet-stream');
  });
});
