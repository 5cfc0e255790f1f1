import { join, resolve } from 'node:path';

import { parseServerUrl } from '../files/serverUrl.ts';

/** What may be set from outside: in unpackaged builds only, so that no installed app can be given a clock or a seed. */
export type Environment = {
  readonly profile: string | undefined;
  readonly server: string | null;
  readonly clock: string | null;
  readonly seed: string | null;
  readonly catalogue: string;
  /** Tests start the app again themselves, so that the new one is theirs, too. */
  readonly relaunches: boolean;
};

/** `bundle` is the folder of the built main file, `resources` that of the packaged app's resources. */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  packaged: boolean,
  bundle: string,
  resources: string,
): Environment {
  if (packaged) {
    return {
      profile: undefined,
      server: null,
      clock: null,
      seed: null,
      catalogue: join(resources, 'catalogue'),
      relaunches: true,
    };
  }
  const value = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const server = parseServerUrl(value('XUNZHI_SERVER') ?? '');
  const profile = value('XUNZHI_PROFILE');
  return {
    profile: profile === undefined ? undefined : resolve(profile),
    server: server.ok ? server.value : null,
    clock: value('XUNZHI_CLOCK') ?? null,
    seed: value('XUNZHI_SEED') ?? null,
    catalogue: resolve(value('XUNZHI_CATALOGUE') ?? join(bundle, '../../resources/catalogue')),
    relaunches: value('XUNZHI_RELAUNCH') !== 'no',
  };
}
