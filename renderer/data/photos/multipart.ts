/** A document with one attachment named `body`, as one multipart/related request. */
export type MultipartRequest = { readonly body: Blob; readonly contentType: string };

/** The name of the only attachment of a blob's document. */
export const ATTACHMENT = 'body';

/**
 * Encodes a document and its attachment so that both arrive in one PUT, the bytes as they are (never base64). The
 * boundary is made of the document's id, which for photos and documents is the hash of the bytes: they cannot
 * contain it.
 */
export function multipartRelated(id: string, fields: Readonly<Record<string, string>>, blob: Blob): MultipartRequest {
  const boundary = `xunzhi-${id.replace(/[^0-9a-zA-Z]/g, '').slice(-60)}`;
  const type = blob.type === '' ? 'application/octet-stream' : blob.type;
  const document = {
    _id: id,
    ...fields,
    _attachments: { [ATTACHMENT]: { follows: true, content_type: type, length: blob.size } },
  };
  const head =
    `--${boundary}\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(document)}\r\n` +
    `--${boundary}\r\nContent-Disposition: attachment; filename="${ATTACHMENT}"\r\nContent-Type: ${type}\r\nContent-Length: ${String(blob.size)}\r\n\r\n`;
  return {
    body: new Blob([head, blob, `\r\n--${boundary}--`]),
    contentType: `multipart/related; boundary="${boundary}"`,
  };
}
