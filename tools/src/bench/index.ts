export { type ContenderSpec, startContender } from './contender.ts';
export { type Race, race, type WorkSpec } from './race.ts';
export { type MakeWork, serveContender, type Work } from './serve-contender.ts';
export { summarise } from './summarise.ts';
export type { Bench, BenchOptions, Missing, Row, Summary } from './types.ts';
