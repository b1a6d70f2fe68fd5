/** Starts of consecutive parts of a block of words, each aligned to four words, and their total. */
export function placements(sizes: readonly number[]): { readonly starts: readonly number[]; readonly total: number } {
  let total = 0;
  const starts = sizes.map((size) => {
    const start = total;
    total += Math.ceil(size / 4) * 4;
    return start;
  });
  return { starts, total };
}
