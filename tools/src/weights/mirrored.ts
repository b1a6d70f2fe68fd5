import { type BaseName, type WeightsChoice, weightsOf } from '@animals/transfer';

/** Where a network's file is on a mirror: in its folder, under the published name. */
export function mirrored(mirror: string, name: BaseName, choice: WeightsChoice): string {
  const folder = mirror.endsWith('/') ? mirror : `${mirror}/`;
  return new URL(weightsOf(name, choice).file, folder).href;
}
