/** A form of a path that two paths share where a file system takes them for one: neither case nor Unicode form count. */
export function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}
