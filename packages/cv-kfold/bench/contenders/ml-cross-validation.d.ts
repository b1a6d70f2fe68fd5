/** What the bench calls of a package that has no types. */
declare module 'ml-cross-validation' {
  export function getFolds(
    features: readonly unknown[],
    k: number,
  ): readonly { readonly testIndex: readonly number[] }[];
}
