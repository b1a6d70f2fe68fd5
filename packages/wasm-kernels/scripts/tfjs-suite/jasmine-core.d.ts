declare module 'jasmine-core/lib/jasmine-core/jasmine.js' {
  const jasmineRequire: {
    core(require: unknown): { getEnv(options?: { suppressLoadErrors?: boolean }): object };
    interface(jasmine: object, environment: object): Record<string, unknown>;
  };
  export default jasmineRequire;
}
