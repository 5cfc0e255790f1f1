/** `ipcMain.handle` channel that carries every bridge call of a window: `(channel, input)`. */
export const BRIDGE_CHANNEL = 'xunzhi:bridge';

/** IPC channel by which the preload asks for the data worker's port and main answers with it. */
export const PORT_CHANNEL = 'xunzhi:port';

/**
 * `window.postMessage` type by which a page asks for the data worker's port. The page listens for
 * `WORKER_PORT_MESSAGE` first and then asks, so no port can arrive too early; each request replaces the port before.
 */
export const WORKER_PORT_REQUEST = 'xunzhi:worker-port-request';

/** `window.postMessage` type by which the preload hands the data worker's port to the page. */
export const WORKER_PORT_MESSAGE = 'xunzhi:worker-port';
