import { median } from '@animals/core';
import { type Contender, type ContenderSpec, startContender } from './contender.ts';
import { round, summarise } from './summarise.ts';
import type { BenchOptions, Missing, Row } from './types.ts';

/** One thing to be timed. */
export interface WorkSpec {
  /** How the row is called. */
  readonly name: string;
  /** Told to the contenders. */
  readonly args?: unknown;
}

/** Who is timed at what. */
export interface Race {
  /** Which work the contenders build. */
  readonly work: string;
  readonly rows: readonly WorkSpec[];
  readonly ours: ContenderSpec;
  readonly peers: readonly ContenderSpec[];
}

/**
 * Times ours against every peer, in turns: ours, a peer, ours, the next, and so on for some rounds.
 *
 * Each contender lives in a process of its own, which sleeps while another is timed, so that a change of the machine's
 * load meets all alike. All warm up first.
 */
export async function race({ work, rows, ours, peers }: Race, { rounds, log }: BenchOptions): Promise<readonly Row[]> {
  const our = startContender(ours);
  const others = peers.map(startContender);
  const results: Row[] = [];
  try {
    for (const row of rows) {
      log(`${row.name}: warming up`);
      results.push(await raceRow(work, row, our, others, { rounds, log }));
    }
  } finally {
    await Promise.all([our, ...others].map((contender) => contender.stop()));
  }
  return results;
}

async function raceRow(
  work: string,
  row: WorkSpec,
  ours: Contender,
  others: readonly Contender[],
  { rounds, log }: BenchOptions,
): Promise<Row> {
  const missing: Record<string, Missing> = {};
  const lacking = await ours.prepare(work, row.args);
  if (lacking) throw new Error(`${row.name}: ${ours.spec.name}: ${lacking}`);
  const running: Lane[] = [];
  for (const contender of others.filter(({ spec }) => spec.works?.includes(row.name) ?? true)) {
    const why = await contender.prepare(work, row.args);
    if (why) missing[contender.spec.name] = { missing: why };
    else running.push({ contender, times: [], pairs: [] });
    log(`${row.name}: ${contender.spec.name} ${why ? `is missing: ${why}` : 'is ready'}`);
  }
  const our = await alternate(ours, running, { rounds, log: (line) => log(`${row.name}: ${line}`) });
  for (const { contender, failure } of running) if (failure) missing[contender.spec.name] = { missing: failure };
  const finished = running.filter(({ failure }) => failure === undefined);
  return toRow(row.name, our, finished, missing);
}

/** A peer, its times, the ratios of its times to ours just before, and why it dropped out if it did. */
interface Lane {
  readonly contender: Contender;
  readonly times: number[];
  readonly pairs: number[];
  failure?: string;
}

async function alternate(ours: Contender, lanes: readonly Lane[], { rounds, log }: BenchOptions): Promise<number[]> {
  const our: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const before = our.length;
    for (const lane of lanes) {
      if (lane.failure !== undefined || (lane.contender.spec.once && i > 0)) continue;
      const mine = await ours.step();
      our.push(mine);
      await stepPeer(lane, mine);
    }
    if (our.length === before) our.push(await ours.step());
    const talk = lanes
      .filter(({ pairs }) => pairs.length > 0)
      .map(({ contender, pairs }) => `${contender.spec.name} ${median(pairs).toFixed(2)}x`);
    log(`round ${i + 1}/${rounds}, ours ${median(our).toPrecision(3)} ms, ${talk.join(', ')}`);
  }
  return our;
}

async function stepPeer(lane: Lane, mine: number): Promise<void> {
  try {
    const theirs = await lane.contender.step();
    lane.times.push(theirs);
    lane.pairs.push(theirs / mine);
  } catch (error) {
    lane.failure = error instanceof Error ? error.message : String(error);
  }
}

function toRow(work: string, our: readonly number[], lanes: readonly Lane[], missing: Record<string, Missing>): Row {
  const peers: Record<string, Row['peers'][string]> = { ...missing };
  const ratios: Record<string, number> = {};
  const ranges: Record<string, readonly [number, number]> = {};
  for (const { contender, times, pairs } of lanes) {
    const { name } = contender.spec;
    peers[name] = summarise(times, 'ms');
    ratios[name] = round(median(times) / median(our));
    ranges[name] = [round(Math.min(...pairs)), round(Math.max(...pairs))];
  }
  return { work, ours: summarise(our, 'ms'), peers, ratios, ranges };
}
