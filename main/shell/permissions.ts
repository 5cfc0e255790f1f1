import type { Session } from 'electron';

import { APP_ORIGIN } from './csp.ts';

/** The camera and the device's position for the app's own page; nothing else, not even sound. */
export function mayUse(permission: string, origin: string, mediaTypes: readonly string[]): boolean {
  const ours = origin === APP_ORIGIN || origin.startsWith(`${APP_ORIGIN}/`);
  if (permission === 'geolocation') return ours;
  return permission === 'media' && ours && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
}

/** Denies every permission and device but the camera and the position, both when asked for and when checked. */
export function restrictPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(mayUse(permission, details.requestingUrl, mediaTypes));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayUse(permission, origin, details.mediaType === undefined ? [] : [details.mediaType]),
  );
  session.setDevicePermissionHandler(() => false);
}
