import { nameKey } from './name-key.ts';

/** Tells once of names that differ in case only: where case does not count, one would take the other's place. */
export function warnOfCase(names: readonly string[], onWarning: (message: string) => void = console.warn): void {
  const seen = new Map<string, string>();
  const pairs: string[] = [];
  for (const name of new Set(names)) {
    const other = seen.get(nameKey(name));
    if (other !== undefined) pairs.push(`${other} and ${name}`);
    else seen.set(nameKey(name), name);
  }
  if (pairs.length === 0) return;
  const more = pairs.length > 3 ? `, and ${pairs.length - 3} more pairs` : '';
  onWarning(`${pairs.slice(0, 3).join(', ')}${more}: names that differ in case only are one on Windows and macOS`);
}
