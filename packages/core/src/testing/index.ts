export { describeRng, type MakeRng } from './describe-rng.ts';
