"""A peer of the augmentation bench; its argument says which. One thread each; a step is one picture."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '../../../wasm-kernels/bench/python'))

import numpy as np

from serve import serve

PEER = sys.argv[1]
DEGREES, SHEAR, ZOOM = 20, 0.2, 0.2
BATCH = 16


def picture(height, width):
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


def scipy_affine(height, width):
    from scipy.ndimage import affine_transform

    x = picture(height, width).astype('float32')
    rng = np.random.default_rng(0)

    def step():
        t, s = np.deg2rad(rng.uniform(-DEGREES, DEGREES)), np.deg2rad(rng.uniform(-SHEAR, SHEAR))
        zx, zy = rng.uniform(1 - ZOOM, 1 + ZOOM, 2)
        rotate = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])
        m = rotate @ np.array([[1, -np.sin(s)], [0, np.cos(s)]]) @ np.diag([zx, zy])
        o = np.array([height / 2 - 0.5, width / 2 - 0.5])
        y = np.stack([affine_transform(x[..., k], m, o - m @ o, order=1, mode='nearest') for k in range(3)], -1)
        return y[:, ::-1] if rng.random() < 0.5 else y

    return step


def keras_legacy(height, width):
    import scipy.ndimage
    import types
    from keras.src.legacy.preprocessing.image import ImageDataGenerator

    if not hasattr(scipy.ndimage, 'interpolation'):
        scipy.ndimage.interpolation = types.SimpleNamespace(affine_transform=scipy.ndimage.affine_transform)
    generator = ImageDataGenerator(
        rotation_range=DEGREES, shear_range=SHEAR, zoom_range=ZOOM, horizontal_flip=True)
    x = picture(height, width).astype('float32')
    return lambda: generator.random_transform(x)


def keras_layers(height, width):
    import tensorflow as tf
    import keras

    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    model = keras.Sequential([
        keras.layers.RandomRotation(DEGREES / 360, fill_mode='nearest'),
        keras.layers.RandomShear(SHEAR * np.pi / 180, 0.0, fill_mode='nearest'),
        keras.layers.RandomZoom(ZOOM, ZOOM, fill_mode='nearest'),
        keras.layers.RandomFlip('horizontal')])
    x = tf.constant(np.stack([picture(height, width)] * BATCH).astype('float32'))
    run = tf.function(lambda images: model(images, training=True))
    run(x)
    left = [0]

    def step():
        # A batch at a time, which is how the layers are fast; counted by the picture.
        if left[0] == 0:
            run(x).numpy()
            left[0] = BATCH
        left[0] -= 1

    return step


def torch_transforms():
    import torch

    torch.set_num_threads(1)
    from torchvision_names import import_torchvision

    import_torchvision()
    import torchvision.transforms
    return torchvision.transforms


def torch_vision(height, width, pil=False):
    transforms = torch_transforms()
    policy = transforms.Compose([
        transforms.RandomAffine(DEGREES, shear=SHEAR, scale=(1 - ZOOM, 1 + ZOOM),
                                interpolation=transforms.InterpolationMode.BILINEAR),
        transforms.RandomHorizontalFlip()])
    if pil:
        from PIL import Image
        x = Image.fromarray(picture(height, width))
    else:
        import torch
        x = torch.from_numpy(picture(height, width)).permute(2, 0, 1).contiguous()
    return lambda: policy(x)


PEERS = {
    'scipy': scipy_affine,
    'keras-legacy': keras_legacy,
    'keras-layers': keras_layers,
    'torchvision': torch_vision,
    'torchvision-pil': lambda height, width: torch_vision(height, width, pil=True),
}
serve(lambda work, args: PEERS[PEER](args['height'], args['width']))
