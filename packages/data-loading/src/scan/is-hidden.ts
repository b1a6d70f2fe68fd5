/** Whether a file or folder was left behind by a system or tool, and is never a picture of the set. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX' || name === 'Thumbs.db' || name === 'desktop.ini';
}
