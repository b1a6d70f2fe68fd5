import { DataError } from '@animals/core';
import { type Hdf5Dataset, type Hdf5Group, openHdf5 } from '../hdf5/open-hdf5.ts';
import type { NamedWeight, NamedWeights } from './named-weights.ts';

/** Nested models are two or three deep; a guard against groups that hold themselves. */
const DEEPEST = 32;

/**
 * Reads the weights of a Keras HDF5 file: `.h5` of Keras 1 and 2, a whole model or weights alone, and Keras 3's
 * `.weights.h5`.
 *
 * Old files give the names that they list, in their order. Keras 3 numbers the weights of a layer: `layer/vars/0`, with the
 * layer's own name where the file tells it, else with its place, `layers/conv2d_1`. Optimizer state is left out.
 * @param path names the file in errors.
 * @throws DataError if it is no such file, or damaged.
 */
export async function readKerasH5(bytes: Uint8Array, path = 'weights.h5'): Promise<NamedWeights> {
  const root = openHdf5(bytes, path);
  const old = root.attributes.has('layer_names') ? root : groupOf(root, 'model_weights');
  if (old) return readListed(old, path);
  const layers = groupOf(root, 'layers') ?? groupOf(root, '_layer_checkpoint_dependencies');
  if (!layers) throw new DataError(path, 'is an HDF5 file, but not one that Keras wrote: it lists no layers');
  const weights: NamedWeight[] = [];
  await readNumbered(layers, { place: 'layers', path, depth: 0 }, weights);
  return weights;
}

function groupOf(group: Hdf5Group, name: string): Hdf5Group | undefined {
  const member = group.open(name);
  return member?.kind === 'group' ? member : undefined;
}

/** Keras 1 and 2: the layers and the weights of each are listed in attributes. */
async function readListed(group: Hdf5Group, path: string): Promise<NamedWeight[]> {
  const weights: NamedWeight[] = [];
  for (const layer of listed(group, 'layer_names')) {
    const home = groupOf(group, layer);
    if (!home) throw new DataError(path, `lists a layer ${layer} that it does not hold`);
    for (const name of listed(home, 'weight_names')) {
      const dataset = at(home, name);
      if (!dataset) throw new DataError(path, `lists a weight ${name} of layer ${layer} that it does not hold`);
      weights.push(await readDataset(dataset, name));
    }
  }
  return weights;
}

/** A list that is too long for one attribute goes on in `name0`, `name1` and so on. */
function listed({ attributes }: Hdf5Group, name: string): readonly string[] {
  const whole = attributes.get(name);
  if (whole) return whole;
  const parts: string[] = [];
  for (let i = 0; attributes.has(`${name}${i}`); i++) parts.push(...(attributes.get(`${name}${i}`) ?? []));
  return parts;
}

function at(group: Hdf5Group, name: string): Hdf5Dataset | undefined {
  let here: Hdf5Group | Hdf5Dataset | undefined = group;
  for (const step of name.split('/')) here = here?.kind === 'group' ? here.open(step) : undefined;
  return here?.kind === 'dataset' ? here : undefined;
}

interface Place {
  readonly place: string;
  readonly path: string;
  readonly depth: number;
}

/** Keras 3: every layer's weights lie in a group `vars`, numbered. */
async function readNumbered(group: Hdf5Group, { place, path, depth }: Place, weights: NamedWeight[]): Promise<void> {
  if (depth > DEEPEST) throw new DataError(path, 'is a damaged HDF5 file: it has groups without an end');
  for (const name of group.names) {
    const member = group.open(name);
    if (member?.kind !== 'group') continue;
    if (name !== 'vars') await readNumbered(member, { place: `${place}/${name}`, path, depth: depth + 1 }, weights);
    else weights.push(...(await readVars(member, place)));
  }
}

async function readVars(group: Hdf5Group, place: string): Promise<NamedWeight[]> {
  const layer = group.attributes.get('name')?.[0] ?? place;
  const numbers = group.names.filter((name) => /^\d+$/.test(name)).sort((a, b) => Number(a) - Number(b));
  const weights: NamedWeight[] = [];
  for (const number of numbers) {
    const dataset = group.open(number);
    if (dataset?.kind === 'dataset') weights.push(await readDataset(dataset, `${layer}/vars/${number}`));
  }
  return weights;
}

async function readDataset({ shape, read }: Hdf5Dataset, name: string): Promise<NamedWeight> {
  const data = await read();
  return data instanceof Float32Array ? { name, shape, dtype: 'float32', data } : { name, shape, dtype: 'int32', data };
}
