/** Tells a person how far the work has come. */
export interface ProgressReporter {
  /** Begins a task of `total` steps; the returned function reports that `done` of them are finished. */
  task(label: string, total: number): (done: number, note?: string) => void;
  /** Prints a line that stays. */
  say(line: string): void;
  /** Ends a half-drawn line. */
  close(): void;
}

export interface ProgressOptions {
  readonly stream?: NodeJS.WriteStream;
  readonly quiet?: boolean;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

/** Between two plain lines, in milliseconds, when the output is not a terminal. */
const PLAIN_INTERVAL = 5_000;
/** Between two redraws of the line on a terminal, in milliseconds. */
const REDRAW_INTERVAL = 100;

/**
 * A progress line with an estimate of the time left on a terminal; plain lines now and then where it is not one.
 *
 * `quiet` prints nothing at all.
 */
export function createProgress({
  stream = process.stderr,
  quiet = false,
  now = () => performance.now(),
}: ProgressOptions = {}): ProgressReporter {
  const terminal = stream.isTTY === true;
  let drawn = false;
  const clear = () => {
    if (drawn) stream.write('\r\u001b[2K');
    drawn = false;
  };
  const say = (line: string) => {
    if (quiet) return;
    clear();
    stream.write(`${line}\n`);
  };
  const draw = (line: string) => {
    clear();
    stream.write(line.slice(0, (stream.columns || 80) - 1));
    drawn = true;
  };
  return {
    say,
    close: clear,
    task(label, total) {
      const start = now();
      let last = terminal ? Number.NEGATIVE_INFINITY : start;
      let ended = false;
      return (done, note = '') => {
        const time = now();
        const finished = done >= total;
        if (quiet || ended || (!finished && time - last < (terminal ? REDRAW_INTERVAL : PLAIN_INTERVAL))) return;
        last = time;
        ended = finished;
        const line = progressLine({ label, done, total, note, elapsed: time - start });
        if (terminal && !finished) draw(line);
        else say(line);
      };
    },
  };
}

interface Position {
  label: string;
  done: number;
  total: number;
  note: string;
  elapsed: number;
}

function progressLine({ label, done, total, note, elapsed }: Position): string {
  const time = done >= total ? `took ${formatDuration(elapsed)}` : `${eta(done, total, elapsed)} left`;
  const share = total === 0 ? '100 %' : `${Math.floor((100 * done) / total)} %`;
  return [label.padEnd(10), `${done}/${total}`.padStart(9), share.padStart(5), time, note].filter(Boolean).join('  ');
}

function eta(done: number, total: number, elapsed: number): string {
  return done === 0 ? '?' : formatDuration((elapsed / done) * (total - done));
}

/** Milliseconds as `0.4 s`, `12 s`, `3 min 05 s` or `2 h 07 min`. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  if (ms < 950) return `${(ms / 1000).toFixed(1)} s`;
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`;
}
