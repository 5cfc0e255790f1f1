import { createHash } from 'node:crypto';

/**
 * An attachment on its way into the storage. PouchDB copies a Buffer, and hashes the document's JSON for its revision, in
 * which a Buffer becomes a list of millions of numbers: a photo would hold up everybody for a third of a second. This
 * passes uncopied and stands in the JSON as a hash of itself.
 */
export class AttachmentBytes extends Uint8Array<ArrayBufferLike> {
  static over(bytes: Buffer): AttachmentBytes {
    return new AttachmentBytes(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  toJSON(): string {
    return createHash('sha1').update(this).digest('base64');
  }
}
