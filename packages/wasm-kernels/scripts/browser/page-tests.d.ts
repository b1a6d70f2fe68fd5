/** The test files of the bundle, by path; the bundler writes this module. */
declare module 'page-tests' {
  export const files: Readonly<Record<string, () => Promise<unknown>>>;
}
