import { packageBuild } from '../../tools/tsup.base.ts';

export default packageBuild({ index: 'src/index.ts', browser: 'src/browser.ts' });
