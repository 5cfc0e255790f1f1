import { contextBridge, ipcRenderer } from 'electron';

import { BRIDGE_CHANNEL, PORT_CHANNEL, WORKER_PORT_MESSAGE, WORKER_PORT_REQUEST } from '#shared/bridge/channels.ts';
import type { BridgeApi } from '#shared/bridge/contract.ts';

const invoke = (channel: string, input: unknown): Promise<unknown> =>
  // Only a value that cannot be cloned rejects here; main itself always answers.
  ipcRenderer.invoke(BRIDGE_CHANNEL, channel, input).catch(() => ({ ok: false, error: { code: 'bad_input' } }));

contextBridge.exposeInMainWorld('xunzhi', { invoke: invoke as BridgeApi['invoke'] } satisfies BridgeApi);

window.addEventListener('message', (message) => {
  if (message.source === window && message.data === WORKER_PORT_REQUEST) ipcRenderer.send(PORT_CHANNEL);
});

ipcRenderer.on(PORT_CHANNEL, (event) => {
  window.postMessage(WORKER_PORT_MESSAGE, window.location.origin, event.ports);
});
