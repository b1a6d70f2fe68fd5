export { type ClassFolders, classFolders } from './class-folders.ts';
export { renderScene } from './node/render-scene.ts';
export { type WriteToyAnimalsOptions, type WrittenToyAnimals, writeToyAnimals } from './node/write-toy-animals.ts';
export { encodePng } from './render/encode-png.ts';
export type { RenderedScene } from './render/rendered-scene.ts';
export { startRenderer } from './render/renderer.ts';
export { toyGroup } from './toy-group.ts';
export type { PostProcessing, ToyAnimal, ToyScene } from './toy-scene.ts';
export { type ToyScenesOptions, toyScenes } from './toy-scenes.ts';
