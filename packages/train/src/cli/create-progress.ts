/** Nothing is said before this, nor more often: in milliseconds. */
const PATIENCE = 2000;

/** Counts pictures, and says how far it is once that takes longer than two seconds. */
export function createProgress(total: number, print: (text: string) => void): { advance(): void } {
  let done = 0;
  let saidAt = performance.now();
  return {
    advance() {
      done++;
      if (performance.now() - saidAt < PATIENCE) return;
      saidAt = performance.now();
      print(`${done} of ${total} pictures\n`);
    },
  };
}
