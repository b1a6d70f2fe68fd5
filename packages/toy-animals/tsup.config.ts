import { packageBuild } from '../../tools/tsup.base.ts';

// `shims` gives the CommonJS build the import.meta.url by which the renderer's WebAssembly file is found.
export default packageBuild({ index: 'src/index.ts', node: 'src/node.ts' }, { shims: true });
