import { type Bench, race } from '../../../tools/src/bench/index.ts';
import { kerasLayers, kerasLegacy, ours, scipy, torchvision, torchvisionPil } from './contenders/specs.ts';

/** Size of the picture. */
export interface BenchArgs {
  readonly height: number;
  readonly width: number;
}

const rows = [124, 224].map((side) => ({
  name: `one picture under the study's policy, ${side}x${side}x3`,
  args: { height: side, width: side } satisfies BenchArgs,
}));

/** Drawing and applying rotation by 20 degrees, shear by 0.2, zoom by 0.2 and a flip: milliseconds a picture, one thread. */
const bench: Bench = (options) => {
  const peers = [scipy, kerasLegacy, kerasLayers, torchvision, torchvisionPil];
  return race({ work: 'studyPolicy', rows, ours, peers }, options);
};

export default bench;
