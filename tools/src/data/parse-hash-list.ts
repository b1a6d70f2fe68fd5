/** Reads a list as `sha256sum` writes it: hash and path of each file. @throws Error naming a line that is none */
export function parseHashList(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line, i): [string, string] => {
      const [, hash, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      if (!hash || !path) throw new Error(`line ${i + 1} of the hash list is no hash and path: ${line}`);
      return [path, hash];
    }),
  );
}
