export const HELP = `npm run weights -- [NETWORK...] [--mirror URL] [--out DIR] [--quiet]

Fetches ImageNet weights, without their tops, to where the study looks for them: some 360 MB for all of its networks.

  NETWORK       VGG16, VGG19, ResNet50, ResNet50V2, MobileNet, MobileNetV2 or "MobileNetV2 0.35"; all when left out
  --mirror URL  folder that holds the files under their published names; the publisher's own places when left out
  --out DIR     folder to keep them in; the user's cache (ANIMALS_CACHE) when left out
  --quiet       print nothing but errors

An interrupted download goes on at the next call. Files are checked by their md5 where one is published; the hash printed
is that of the tensors, to be compared with a copy that you trust. A network that fails does not stop the others.
Exit status: 0 done, 1 some failed, 2 wrong arguments, 130 interrupted.`;
