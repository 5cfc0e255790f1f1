import { existsSync } from 'node:fs';

import { isCommand } from '../run/project.mjs';

/**
 * One thing of the operating system: the Debian packages that bring it (the first one apt knows is taken) and how to
 * recognise it without asking any package manager.
 * @typedef {{ debian: readonly [string, ...string[]], why: string, command?: string, library?: string, file?: string }} Need
 */

/** @type {readonly Need[]} */
export const LINUX_NEEDS = [
  { debian: ['xvfb'], command: 'Xvfb', why: 'a virtual display where there is none' },
  { debian: ['poppler-utils'], command: 'pdftotext', why: 'tests read the finished PDFs' },
  { debian: ['strace'], command: 'strace', why: '`faults power` watches the order of writes' },
  { debian: ['libnss3'], library: 'libnss3.so', why: 'Electron' },
  { debian: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'], library: 'libatk-bridge-2.0.so.0', why: 'Electron' },
  { debian: ['libgtk-3-0t64', 'libgtk-3-0'], library: 'libgtk-3.so.0', why: 'Electron' },
  { debian: ['libgbm1'], library: 'libgbm.so.1', why: 'Electron' },
  { debian: ['libasound2t64', 'libasound2'], library: 'libasound.so.2', why: 'Electron' },
];

/** @type {readonly Need[]} */
export const OTHER_NEEDS = [{ debian: ['poppler-utils'], command: 'pdftotext', why: 'tests read the finished PDFs' }];

/**
 * What journeys of printing work with, on Linux. Without it they are skipped and say why.
 * @type {readonly Need[]}
 */
export const PRINT_NEEDS = [
  { debian: ['cups'], command: 'cupsd', why: 'journeys print on a queue of their own' },
  { debian: ['cups-client'], command: 'lpadmin', why: 'journeys add their printer' },
  { debian: ['printer-driver-cups-pdf'], command: 'cups-pdf', why: 'the printer is a virtual one' },
];

/**
 * The program that finds whether documents are PDF/A, on Linux. Without it those tests are skipped and say why.
 * @type {readonly Need[]}
 */
export const ARCHIVE_NEEDS = [
  { debian: ['default-jre-headless'], command: 'java', why: 'Preflight runs in it' },
  { debian: ['libpdfbox2-java'], file: '/usr/share/java/preflight.jar', why: 'tests ask Preflight for PDF/A' },
  { debian: ['libactivation-java'], file: '/usr/share/java/javax.activation.jar', why: 'Preflight' },
  { debian: ['libjaxb-api-java'], file: '/usr/share/java/jaxb-api.jar', why: 'Preflight' },
];

/**
 * What of the needs is not there. Without a list of libraries (no ldconfig) libraries are taken as present.
 * @param {readonly Need[]} needs
 * @param {string | undefined} libraries output of `ldconfig -p`
 * @param {(name: string) => boolean} [hasCommand]
 */
export function missingNeeds(needs, libraries, hasCommand = isCommand) {
  return needs.filter(
    ({ command, library, file }) =>
      (file !== undefined && !existsSync(file)) ||
      (command !== undefined && !hasCommand(command)) ||
      (library !== undefined && libraries !== undefined && !libraries.includes(`\t${library} `)),
  );
}
