import {
  createECDH,
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
  type ECDH,
  type JsonWebKey,
} from 'node:crypto';

import type { P256Public } from '#shared/access/recovery.ts';

const CURVE = 'prime256v1';
const POINT_BYTES = 65;

/** A P-256 key pair by its private scalar (32 bytes). */
export type KeyPair = { readonly publicKey: P256Public; readonly scalar: Buffer };

/** Makes a key pair, or the one of a given scalar. Throws where the scalar is none of the curve. */
export function keyPair(scalar?: Uint8Array): KeyPair {
  const curve = createECDH(CURVE);
  if (scalar === undefined) curve.generateKeys();
  else curve.setPrivateKey(scalar);
  const bytes = curve.getPrivateKey();
  // Leading zeros are left out by the library.
  return { publicKey: publicOf(curve), scalar: Buffer.concat([Buffer.alloc(32 - bytes.length), bytes]) };
}

function publicOf(curve: ECDH): P256Public {
  const point = curve.getPublicKey(null, 'uncompressed');
  return {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
}

/** The uncompressed point of a public key. */
function pointOf({ x, y }: P256Public): Buffer {
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
}

/** The first 16 hex digits of the SHA-256 over the key's uncompressed point. */
export function keyIdOf(key: P256Public): string {
  return createHash('sha256').update(pointOf(key)).digest('hex').slice(0, 16);
}

/**
 * ECDH-ES: the 32 bytes that the owner of one private key and of the other agree on, for one purpose (HKDF-SHA256 over
 * both public keys). Throws where the other key is no point of the curve.
 */
export function agree(scalar: Uint8Array, other: P256Public, ephemeral: P256Public, recipient: P256Public): Buffer {
  const curve = createECDH(CURVE);
  curve.setPrivateKey(scalar);
  const point = pointOf(other);
  if (point.length !== POINT_BYTES) throw new RangeError('not a point');
  const salt = Buffer.concat([pointOf(ephemeral), pointOf(recipient)]);
  return Buffer.from(hkdfSync('sha256', curve.computeSecret(point), salt, 'xunzhi/recovery/1', 32));
}

/** ECDSA with SHA-256 over a text, base64 of the IEEE P1363 form: what `Device.sign` makes. */
export function signText({ publicKey, scalar }: KeyPair, text: string): string {
  const jwk: JsonWebKey = { ...publicKey, d: scalar.toString('base64url') };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64');
}

/** True when the signature over the text is the key's. */
export function isSignedBy(publicKey: P256Public, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
    return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64'));
  } catch {
    return false; // not a point of the curve
  }
}
