export const HELP = `npm run data -- [--url URL] [--out DIR] [--quiet]

Fetches the study's photographs (600 JPEGs in six folders, 7.6 MB) to where the study looks for them.

  --url URL   the zip archive; its public home when left out
  --out DIR   folder that will hold the six class folders; the user's cache (ANIMALS_CACHE) when left out
  --quiet     print nothing but errors

An interrupted download goes on at the next call. The archive's own hash is not published: its size is checked, and
every file against a list of sha256 hashes. A folder that is there already is checked and left alone.
Exit status: 0 done, 1 failed, 2 wrong arguments, 130 interrupted.`;
