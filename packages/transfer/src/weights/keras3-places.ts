/** What is needed of a layer to know its place. */
export interface PlacedLayer {
  getClassName(): string;
}

/**
 * Where Keras 3 keeps each of a model's layers in a weights file: by its class, counted, and not by its name.
 *
 * @param home of the model, such as `layers`.
 * @returns one place a layer, such as `layers/batch_normalization_2`.
 */
export function keras3Places(layers: readonly PlacedLayer[], home: string): string[] {
  const seen = new Map<string, number>();
  return layers.map((layer) => {
    const name = snakeCase(layer.getClassName());
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return `${home}/${count === 0 ? name : `${name}_${count}`}`;
  });
}

/** `DepthwiseConv2D` to `depthwise_conv2d`, as Keras does it. */
function snakeCase(name: string): string {
  return name
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
