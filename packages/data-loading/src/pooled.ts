/**
 * Works through items with at most `concurrency` under way, and keeps results in the order of the items.
 *
 * @throws whatever the work throws first, or the signal's reason; no item is started after that.
 */
export async function pooled<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
  { concurrency, signal }: { readonly concurrency: number; readonly signal?: AbortSignal | undefined },
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  let failed = false;
  async function worker(): Promise<void> {
    while (next < items.length && !failed) {
      signal?.throwIfAborted();
      const index = next++;
      results[index] = await work(items[index] as T, index);
    }
  }
  const workers = Array.from({ length: Math.min(concurrency, items.length) }, () =>
    worker().catch((error) => {
      failed = true;
      throw error;
    }),
  );
  await Promise.all(workers);
  return results;
}
