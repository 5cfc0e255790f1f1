import type { BridgeApi } from '#shared/bridge/contract.ts';

/** The bridge that the preload exposes: the only way from a screen to the main process. */
export const bridge: BridgeApi = {
  invoke: (channel, input) => (window as unknown as { readonly xunzhi: BridgeApi }).xunzhi.invoke(channel, input),
};
