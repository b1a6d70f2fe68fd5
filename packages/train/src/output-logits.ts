import { type LayersModel, layers } from '@tensorflow/tfjs-layers';
import type { AnyLayer } from './walk-layers.ts';

/** The activation of a layer that has one, such as a dense one. */
type Activated = AnyLayer & { activation: { getClassName(): string } };

/** The identity, as layers hold it. */
const LINEAR = (layers.activation({ activation: 'linear' }) as unknown as Activated).activation;

/** Whether a model ends in an activation that no other part of it shares. */
export function endsIn(model: LayersModel, activation: string): boolean {
  const last = lastLayer(model);
  return isActivated(last) && last.activation.getClassName() === activation && last.inboundNodes.length === 1;
}

/** Does work while the model's last activation is the identity: its output is the logits then. */
export function withoutLastActivation<T>(model: LayersModel, work: () => T): T {
  const last = lastLayer(model) as Activated;
  const { activation } = last;
  last.activation = LINEAR;
  try {
    return work();
  } finally {
    last.activation = activation;
  }
}

/** The layer that makes a model's only output; of a sequential model the last, which is not its output layer before it is built. */
function lastLayer(model: LayersModel): AnyLayer | undefined {
  const candidates = model.getClassName() === 'Sequential' ? model.layers.slice(-1) : model.outputLayers;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function isActivated(layer: AnyLayer | undefined): layer is Activated {
  return typeof (layer as Partial<Activated> | undefined)?.activation?.getClassName === 'function';
}
