export type { ContenderSpec } from './contender.ts';
export { race, type WorkSpec } from './race.ts';
export { type MakeWork, serveContender, type Work } from './serve-contender.ts';
export { summarise } from './summarise.ts';
export type { Bench, BenchOptions, Row } from './types.ts';
