import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median } from '@animals/core';
import { type BenchOptions, type Row, summarise } from '../../../../tools/src/bench/index.ts';
import { type Cost, type Files, runContender } from '../contenders/run-contender.ts';
import type { BenchData } from '../data/bench-data.ts';
import { createJudge, type Verdict } from './judge.ts';

/** One size, and who is timed at it besides us. */
export interface Comparison {
  readonly data: BenchData;
  readonly peers: readonly string[];
  /** At most so many runs of each. */
  readonly rounds: number;
}

/** A bench's row with what became of each contender's embedding. */
export interface QualityRow extends Row {
  readonly quality: Readonly<Record<string, Verdict & { readonly megabytes: number }>>;
}

/** Runs us and the peers in turns, each run in a process of its own, and judges the embeddings. */
export async function compare({ data, peers, rounds }: Comparison, options: BenchOptions): Promise<QualityRow> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tsne-bench-'));
  try {
    const input = path.join(folder, 'samples');
    writeFileSync(input, new Uint8Array(data.data.buffer, data.data.byteOffset, data.data.byteLength));
    const files = (name: string) => ({ ...data, input, output: path.join(folder, name) });
    const costs = await timeAll(['ours', ...peers], files, { ...options, rounds: Math.min(rounds, options.rounds) });
    const judge = await createJudge(data);
    const quality: Record<string, Verdict & { megabytes: number }> = {};
    for (const [name, found] of costs) {
      if (!Array.isArray(found)) continue;
      const verdict = await judge(readEmbedding(files(name)));
      quality[name] = { ...verdict, megabytes: Math.max(...found.map(({ megabytes }) => megabytes)) };
      options.log(describe(data, name, found, quality[name]));
    }
    return toRow(data, costs, quality);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Costs = Map<string, Cost[] | { readonly missing: string }>;

async function timeAll(
  names: readonly string[],
  files: (name: string) => Files,
  { rounds, log }: BenchOptions,
): Promise<Costs> {
  const costs: Costs = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const found = costs.get(name);
      if (!Array.isArray(found)) continue;
      try {
        found.push(await runContender(name, files(name)));
      } catch (error) {
        if (name === 'ours') throw error;
        costs.set(name, { missing: (error as Error).message });
        log(`${name} is missing: ${(error as Error).message}`);
      }
    }
  }
  return costs;
}

function readEmbedding({ output, rows }: Files) {
  const bytes = readFileSync(output);
  return { data: new Float32Array(bytes.buffer, bytes.byteOffset, rows * 2), rows, columns: 2 };
}

function describe(
  { rows }: BenchData,
  name: string,
  costs: readonly Cost[],
  verdict: Verdict & { megabytes: number },
): string {
  const seconds = (median(costs.map(({ ms }) => ms)) / 1000).toFixed(2);
  const cells = [
    `n ${rows}`.padEnd(8),
    name.padEnd(10),
    `${seconds.padStart(8)} s`,
    `${verdict.megabytes.toFixed(0).padStart(6)} MB`,
  ];
  return [...cells, `KL ${verdict.kl.toFixed(3)}`, `trustworthiness ${verdict.trustworthiness.toFixed(4)}`].join('  ');
}

function toRow({ name, rows }: BenchData, costs: Costs, quality: QualityRow['quality']): QualityRow {
  const our = (costs.get('ours') as Cost[]).map(({ ms }) => ms);
  const peers: Record<string, Row['peers'][string]> = {};
  const ratios: Record<string, number> = {};
  const ranges: Record<string, readonly [number, number]> = {};
  for (const [peer, found] of costs) {
    if (peer === 'ours') continue;
    if (!Array.isArray(found)) {
      peers[peer] = found;
      continue;
    }
    const pairs = found.map(({ ms }, i) => ms / (our[i] as number));
    peers[peer] = summarise(
      found.map(({ ms }) => ms),
      'ms',
    );
    ratios[peer] = Number((median(found.map(({ ms }) => ms)) / median(our)).toPrecision(4));
    ranges[peer] = [Number(Math.min(...pairs).toPrecision(4)), Number(Math.max(...pairs).toPrecision(4))];
  }
  return { work: `n = ${rows}: ${name}`, ours: summarise(our, 'ms'), peers, ratios, ranges, quality };
}
