import { packageBuild } from '../../tools/tsup.base.ts';

export default packageBuild({ index: 'src/index.ts', tf: 'src/tf.ts' });
