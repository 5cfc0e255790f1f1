import { app } from 'electron';

/**
 * Before `ready`. Without an HTTP cache no answer of the server lies in plain text in the profile; without background
 * networking Chromium calls nobody on its own.
 */
export function setSwitches(): void {
  const { commandLine } = app;
  // As root Chromium only runs with --no-sandbox, which enableSandbox() would take back. Each window asks for it anyway.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  commandLine.appendSwitch('lang', 'zh-CN');
  for (const name of [
    'disable-http-cache',
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
  commandLine.appendSwitch('disk-cache-size', '1');
  // Chromium looks up positions with a service abroad where the system has none of its own: that one is never reached.
  commandLine.appendSwitch('host-rules', 'MAP www.googleapis.com 127.0.0.1:9');
  // Every request carries these: short ones, since a sync with nothing new is little more than headers.
  commandLine.appendSwitch('disable-features', 'UserAgentClientHint');
  app.userAgentFallback = `Xunzhi/${app.getVersion()}`;
}
