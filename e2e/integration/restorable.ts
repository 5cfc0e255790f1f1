import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startHub, type Hub } from '../../scripts/hub/start.ts';

/** A hub of the demo bureau that can be backed up and thrown back, on one address. */
export class RestorableHub implements Hub {
  readonly #folder: string;
  #hub: Hub;
  readonly url: string;
  readonly adminUrl: string;

  private constructor(hub: Hub, folder: string) {
    this.#hub = hub;
    this.#folder = folder;
    this.url = hub.url;
    this.adminUrl = hub.adminUrl;
  }

  /** `from`: the folder of a hub that was prepared before, which is copied. */
  static async start(from?: string): Promise<RestorableHub> {
    const folder = mkdtempSync(join(tmpdir(), 'xunzhi-restore-'));
    const dataDir = join(folder, 'data');
    if (from !== undefined) cpSync(from, dataDir, { recursive: true });
    return new RestorableHub(await startHub({ dataDir, port: 0, demo: from === undefined }), folder);
  }

  /** A copy of all data, as a nightly backup makes it. */
  async backUp(): Promise<void> {
    await this.#whileDown(() => {
      rmSync(this.#at('backup'), { recursive: true, force: true });
      cpSync(this.#at('data'), this.#at('backup'), { recursive: true });
    });
  }

  /** The disk died; the server goes on with the last backup. */
  async restore(): Promise<void> {
    await this.#whileDown(() => {
      rmSync(this.#at('data'), { recursive: true });
      cpSync(this.#at('backup'), this.#at('data'), { recursive: true });
    });
  }

  async close(): Promise<void> {
    await this.#hub.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #whileDown(work: () => void): Promise<void> {
    await this.#hub.close();
    work();
    this.#hub = await startHub({ dataDir: this.#at('data'), port: Number(new URL(this.url).port) });
  }

  #at(name: string): string {
    return join(this.#folder, name);
  }
}
