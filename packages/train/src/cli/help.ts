/** What `--help` prints. */
export const HELP = `Usage: npx @animals/train predict <bundle> <paths…> [options]

Says for each picture which class it is.

  <bundle>            folder, .bundle file or address of what saveBundle saved
  <paths…>            pictures, and folders of them

  --json              one JSON list: path, label, probability, probabilities by class; path and error of failed files
  --csv               comma-separated: path, label, probability, one column a class
                      (default: a table)
  --threshold NUMBER  of two classes: a probability of the second above this says the second (default: the bundle's)
  --batch NUMBER      pictures that are looked at together (default 32)
  --backend NAME      wasm, cpu, webgpu, tensorflow or tensorflow-gpu (default: the fastest there is)
  --help              this text

Exit codes: 0 done, 1 our fault, 2 wrong input, 3 some files could not be read (named on stderr; the rest is done).
`;
