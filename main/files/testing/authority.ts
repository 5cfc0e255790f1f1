import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Key and certificate of a server as PEM, and its files' common path. */
export type Issued = { readonly key: string; readonly chain: string; readonly base: string };

type Wish = {
  readonly host: string;
  /** `YYYYMMDDHHMMSSZ`. */
  readonly from?: string;
  readonly until?: string;
  readonly usage?: 'serverAuth' | 'clientAuth';
  /** Signed with a server's key instead of the authority's: what an authority must never allow. */
  readonly by?: Issued;
};

/** A bureau's own certificate authority, made by openssl in a folder of its own. */
export class Authority {
  readonly folder = mkdtempSync(join(tmpdir(), 'xunzhi-ca-'));
  readonly file = join(this.folder, 'ca.pem');
  readonly #name: string;
  #issued = 0;

  constructor(name: string) {
    this.#name = name;
    const key = join(this.folder, 'ca.key');
    const basic = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      this.file,
      '-days',
      '30',
      '-subj',
      `/O=${name}/CN=${name} CA`,
      ...basic,
    );
    writeFileSync(join(this.folder, 'index.txt'), '');
    writeFileSync(join(this.folder, 'serial'), '1000\n');
    writeFileSync(join(this.folder, 'ca.cnf'), configOf(this.folder));
  }

  get pem(): string {
    return readFileSync(this.file, 'utf8');
  }

  /** A certificate for a host (a name or an address). */
  issue({ host, from = '20200101000000Z', until = '20400101000000Z', usage = 'serverAuth', by }: Wish): Issued {
    this.#issued += 1;
    const at = (ending: string): string => join(this.folder, `${String(this.#issued)}.${ending}`);
    const name = /^[\d.]+$/.test(host) ? `IP:${host}` : `DNS:${host}`;
    writeFileSync(at('ext'), `basicConstraints=critical,CA:FALSE\nextendedKeyUsage=${usage}\nsubjectAltName=${name}\n`);
    openssl(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      at('key'),
      '-out',
      at('csr'),
      '-subj',
      `/O=${this.#name}/CN=server`,
    );
    if (by !== undefined)
      openssl(
        'x509',
        '-req',
        '-in',
        at('csr'),
        '-CA',
        `${by.base}.pem`,
        '-CAkey',
        `${by.base}.key`,
        '-days',
        '5',
        '-extfile',
        at('ext'),
        '-out',
        at('pem'),
      );
    else
      openssl(
        'ca',
        '-batch',
        '-config',
        join(this.folder, 'ca.cnf'),
        '-in',
        at('csr'),
        '-out',
        at('pem'),
        '-extfile',
        at('ext'),
        '-startdate',
        from,
        '-enddate',
        until,
        '-notext',
        '-rand_serial',
      );
    return {
      key: readFileSync(at('key'), 'utf8'),
      chain: readFileSync(at('pem'), 'utf8'),
      base: join(this.folder, String(this.#issued)),
    };
  }
}

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

function configOf(folder: string): string {
  return [
    '[ca]',
    'default_ca=own',
    '[own]',
    `dir=${folder}`,
    'database=$dir/index.txt',
    'serial=$dir/serial',
    'new_certs_dir=$dir',
    'certificate=$dir/ca.pem',
    'private_key=$dir/ca.key',
    'default_md=sha256',
    'unique_subject=no',
    'policy=any',
    '[any]',
    'organizationName=optional',
    'commonName=supplied',
    '',
  ].join('\n');
}
