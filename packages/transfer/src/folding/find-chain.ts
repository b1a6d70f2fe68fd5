import { type AnyLayer, onlyReader } from './graph.ts';

/** Layers in a row that one fused convolution can stand for. */
export interface Chain {
  readonly members: readonly AnyLayer[];
  readonly pad?: AnyLayer;
  readonly convolution: AnyLayer;
  readonly norm?: AnyLayer;
  readonly activation: 'linear' | 'relu' | 'relu6' | 'swish';
}

/** The longest chain that begins at a layer: [padding] convolution [normalisation] [relu, relu6 or swish]; null if none does. */
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
  const activation = last ? endOf(last) : null;
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

/** The activation within a convolution, or null for one that is not folded. */
function activationOf(layer: AnyLayer): 'linear' | 'relu' | 'swish' | null {
  const { activation = 'linear' } = layer.getConfig();
  return activation === 'linear' || activation === 'relu' || activation === 'swish' ? activation : null;
}

/** Which of the activations that a chain may end with a layer is, or null. */
function endOf(layer: AnyLayer): 'relu' | 'relu6' | 'swish' | null {
  const config = layer.getConfig();
  const { activation } = config;
  if (layer.getClassName() === 'Activation') return activation === 'relu' || activation === 'swish' ? activation : null;
  if (layer.getClassName() !== 'ReLU') return null;
  return config.maxValue === 6 ? 'relu6' : config.maxValue === undefined || config.maxValue === null ? 'relu' : null;
}
