/** n entries that name k blocks one after the other; sizes differ by at most one, and the first n mod k are the larger. */
export function evenBlocks(n: number, k: number): Uint32Array {
  const blocks = new Uint32Array(n);
  const [size, larger] = [Math.floor(n / k), n % k];
  for (let block = 0, start = 0; block < k; block++) {
    const end = start + size + (block < larger ? 1 : 0);
    blocks.fill(block, start, end);
    start = end;
  }
  return blocks;
}
