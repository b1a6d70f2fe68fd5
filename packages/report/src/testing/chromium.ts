import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Whether no Chromium is installed, for tests to skip. */
export const noChromium = executablePath === undefined;

/** The name of a suite, with the reason if it is skipped. */
export const browserSuite = (name: string): string =>
  noChromium ? `${name} (skipped: no Chromium in /usr/bin)` : name;

/** Starts the installed Chromium. */
export async function startChromium(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', ...quiet];
  return chromium.launch({ executablePath: executablePath as string, args });
}
