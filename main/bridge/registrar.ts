import { ipcMain, MessageChannelMain, type MessagePortMain, type WebContents, type WebFrameMain } from 'electron';

import { BRIDGE_CHANNEL, PORT_CHANNEL } from '#shared/bridge/channels.ts';

import { APP_ORIGIN } from '../shell/csp.ts';

import { dispatchBridge, dispatchPort, type BridgeHandlers, type PortHandlers } from './dispatch.ts';

/** Only the top frame of a page of the app may call. */
function isOurs(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`);
}

/** Registers the window bridge on its one channel. */
export function registerBridge(handlers: BridgeHandlers): void {
  ipcMain.handle(BRIDGE_CHANNEL, (event, name: unknown, input: unknown) =>
    isOurs(event.senderFrame) ? dispatchBridge(handlers, name, input) : { ok: false, error: { code: 'bad_sender' } },
  );
}

/** Gives a page that asks a fresh port for its data worker and closes the one before: a reloaded page has a new worker. */
export function registerWorkerPort(handlers: PortHandlers): void {
  const open = new WeakMap<WebContents, MessagePortMain>();
  ipcMain.on(PORT_CHANNEL, (event) => {
    if (!isOurs(event.senderFrame)) return;
    const { sender } = event;
    open.get(sender)?.close();
    const { port1, port2 } = new MessageChannelMain();
    open.set(sender, port1);
    port1.on('message', ({ data }) => {
      void dispatchPort(handlers, data).then((reply) => {
        if (reply) port1.postMessage(reply);
      });
    });
    port1.start();
    event.senderFrame?.postMessage(PORT_CHANNEL, null, [port2]);
  });
}
