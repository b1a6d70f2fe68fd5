import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../../../tools/src/testing/find-chromium.ts';

const executablePath = findChromium();
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Whether no Chromium is installed, for tests to skip. */
export const noChromium = executablePath === undefined;

/** The name of a suite, with the reason if it is skipped. */
export const browserSuite = (name: string): string => (noChromium ? `${name} (skipped: no Chromium)` : name);

/** Starts the installed Chromium. */
export async function startChromium(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', ...quiet];
  return chromium.launch({ executablePath: executablePath as string, args });
}
