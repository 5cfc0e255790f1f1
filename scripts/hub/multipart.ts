import { AttachmentBytes } from './attachmentBytes.ts';
import { badRequest, parseObject } from './http.ts';

type Part = { readonly headers: string; readonly body: Buffer };
type Attachment = { content_type?: string; follows?: boolean; length?: number; data?: AttachmentBytes };

/** Reads a document and its attachments from a multipart/related body; parts follow in the order of the attachments. */
export function documentOfMultipart(contentType: string, body: Buffer): Record<string, unknown> {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest('multipart/related without boundary');
  const [first, ...rest] = partsOf(body, boundary);
  if (first === undefined) throw badRequest('multipart/related without a document');
  const doc = parseObject(first.body);
  const attachments = (doc['_attachments'] ?? {}) as Record<string, Attachment>;
  for (const [name, attachment] of Object.entries(attachments)) {
    if (attachment.follows !== true) continue;
    const part = rest.shift();
    if (part === undefined || (attachment.length !== undefined && attachment.length !== part.body.length))
      throw badRequest(`attachment ${name} is incomplete`);
    attachments[name] = {
      content_type: attachment.content_type ?? 'application/octet-stream',
      data: AttachmentBytes.over(part.body),
    };
  }
  return doc;
}

function partsOf(body: Buffer, boundary: string): Part[] {
  const parts: Part[] = [];
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter may stand at the very beginning, without a line end before it.
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  let at = whole.indexOf(delimiter);
  while (at !== -1) {
    const start = at + delimiter.length;
    if (whole.subarray(start, start + 2).toString() === '--') break;
    const next = whole.indexOf(delimiter, start);
    if (next === -1) throw badRequest('multipart/related ends too early');
    const head = whole.indexOf('\r\n\r\n', start);
    if (head === -1 || head > next) throw badRequest('multipart/related part without headers');
    parts.push({ headers: whole.subarray(start, head).toString(), body: whole.subarray(head + 4, next) });
    at = next;
  }
  return parts;
}
