import { app, session } from 'electron';

/** No page of the app goes anywhere, opens a window or embeds a page; dropped files do not replace it either. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    // The hidden window that prints has a session of its own, which only may load its one file.
    if (contents.session !== session.defaultSession) return;
    contents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault();
    });
  });
}
