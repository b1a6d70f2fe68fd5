import { type AnyLayer, onlyReader } from './graph.ts';

/** Layers in a row that one fused convolution can stand for. */
export interface Chain {
  readonly members: readonly AnyLayer[];
  readonly pad?: AnyLayer;
  readonly convolution: AnyLayer;
  readonly norm?: AnyLayer;
  readonly activation: 'linear' | 'relu' | 'relu6';
}

/** The longest chain that begins at a layer: [padding] convolution [normalisation] [relu or relu6]; null if none does. */
export function findChain(first: AnyLayer): Chain | null {
  const pad = first.getClassName() === 'ZeroPadding2D' ? first : undefined;
  const convolution = pad ? onlyReader(pad) : first;
  if (!convolution || !isConvolution(convolution) || (pad && convolution.getConfig().padding !== 'valid')) return null;
  const own = activationOf(convolution);
  if (own === null) return null;
  const members = pad ? [pad, convolution] : [convolution];
  if (own !== 'linear') return { members, ...(pad ? { pad } : {}), convolution, activation: own };
  const next = onlyReader(convolution);
  const norm = next?.getClassName() === 'BatchNormalization' ? next : undefined;
  if (norm) members.push(norm);
  const last = onlyReader(norm ?? convolution);
  const activation = last ? reluOf(last) : null;
  if (last && activation) members.push(last);
  return {
    members,
    ...(pad ? { pad } : {}),
    convolution,
    ...(norm ? { norm } : {}),
    activation: activation ?? 'linear',
  };
}

function isConvolution(layer: AnyLayer): boolean {
  return ['Conv2D', 'DepthwiseConv2D'].includes(layer.getClassName());
}

/** The activation within a convolution, or null for one that no kernel has. */
function activationOf(layer: AnyLayer): 'linear' | 'relu' | null {
  const { activation = 'linear' } = layer.getConfig();
  return activation === 'linear' || activation === 'relu' ? activation : null;
}

/** Which relu a layer is, or null. */
function reluOf(layer: AnyLayer): 'relu' | 'relu6' | null {
  const config = layer.getConfig();
  if (layer.getClassName() === 'Activation') return config.activation === 'relu' ? 'relu' : null;
  if (layer.getClassName() !== 'ReLU') return null;
  return config.maxValue === 6 ? 'relu6' : config.maxValue === undefined || config.maxValue === null ? 'relu' : null;
}
