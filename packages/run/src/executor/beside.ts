/** URL of a module beside another one, in the form in which that one runs: source, ES module or CommonJS. */
export function beside(url: string, name: string): URL {
  const extension = /\.[cm]?[jt]s$/.exec(new URL(url).pathname)?.[0] ?? '.js';
  return new URL(`./${name}${extension}`, url);
}
