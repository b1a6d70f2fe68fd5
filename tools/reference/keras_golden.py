"""Values of the networks of keras.applications for weights that a closed formula gives; run by hand:

    KERAS_BACKEND=torch python3 tools/reference/keras_golden.py > packages/transfer/src/bases/fixtures/keras-golden.json

Keras 3.15. `formula-weights.ts` and `formula-pixels.ts` of the package compute the same weights and pictures.
"""

import hashlib
import json
import sys
import zlib

import keras
import numpy as np
from keras.src.applications import efficientnet, imagenet_utils
from keras.src.utils import file_utils

A = keras.applications
MODULES = {
    "EfficientNetB0": A.efficientnet,
    "MobileNet": A.mobilenet,
    "MobileNetV2": A.mobilenet_v2,
    "ResNet101": A.resnet,
    "ResNet101V2": A.resnet_v2,
    "ResNet50": A.resnet,
    "ResNet50V2": A.resnet_v2,
    "VGG16": A.vgg16,
    "VGG19": A.vgg19,
}
ALPHAS = {"MobileNet": [0.25, 0.5, 0.75], "MobileNetV2": [0.35, 0.5, 0.75, 1.3, 1.4]}
SHOWN = 16


def noise(count, seed):
    """Uniform in [-1, 1): the finaliser of MurmurHash3 over index and seed."""
    with np.errstate(over="ignore"):
        h = np.arange(count, dtype=np.uint32) * np.uint32(0x9E3779B1) + np.uint32(seed)
        h ^= h >> np.uint32(16)
        h *= np.uint32(0x85EBCA6B)
        h ^= h >> np.uint32(13)
        h *= np.uint32(0xC2B2AE35)
        h ^= h >> np.uint32(16)
    return h.astype(np.float64) / 2**31 - 1


def formula(name, shape):
    """He-uniform kernels; statistics, scales and shifts near those of a trained network."""
    role = name.rsplit("/", 1)[1]
    values = noise(int(np.prod(shape)), zlib.crc32(name.encode()))
    if role == "kernel" or role == "depthwise_kernel":
        fan_in = int(np.prod(shape[:-1])) if role == "kernel" else shape[0] * shape[1]
        values = values * np.sqrt(6 / fan_in)
    elif role in ("gamma", "moving_variance", "variance"):
        values = 1 + 0.3 * values
    elif role == "count":
        values = np.zeros_like(values)
    else:
        values = 0.1 * values
    return values.reshape(shape).astype(np.float32)


def build(name, size, top, pooling=None, alpha=None):
    options = {} if alpha is None else {"alpha": alpha}
    if top:
        options["classifier_activation"] = None
    else:
        options["pooling"] = pooling
    # The form of EfficientNet that belongs to the ImageNet weights, without fetching them.
    weights = "imagenet" if name == "EfficientNetB0" else None
    return getattr(A, name)(include_top=top, weights=weights, input_shape=(*size, 3), **options)


def golden(name, size, top, pooling=None, alpha=None):
    keras.backend.clear_session()
    model = build(name, size, top, pooling, alpha)
    lines = []
    for layer in model.layers:
        for weight in layer.weights:
            # Keras 3 calls this one `kernel` too; the files of the ImageNet weights do not.
            is_depthwise = isinstance(layer, keras.layers.DepthwiseConv2D) and weight.name == "kernel"
            path = f"{layer.name}/{'depthwise_kernel' if is_depthwise else weight.name}"
            lines.append(f"{path} {'x'.join(map(str, weight.shape))}")
            weight.assign(formula(path, weight.shape))
    pixels = np.floor((noise(size[0] * size[1] * 3, 7) + 1) * 128).astype(np.float32)
    batch = MODULES[name].preprocess_input(pixels.reshape(1, *size, 3))
    out = keras.ops.convert_to_numpy(model(batch, training=False))
    flat = out.ravel()
    at = [i * (flat.size // SHOWN + 1) for i in range(SHOWN)]
    return {
        "name": name,
        **({} if alpha is None else {"alpha": alpha}),
        "size": list(size),
        "top": top,
        **({} if top else {"pooling": pooling or "none"}),
        "parameters": int(model.count_params()),
        "model": model.name,
        "layers": hashlib.sha256("\n".join(sorted(layer.name for layer in model.layers[1:])).encode()).hexdigest(),
        "weights": hashlib.sha256("\n".join(lines).encode()).hexdigest(),
        "shape": list(out.shape),
        "largest": float(np.abs(flat).max()),
        "values": [float(v) for v in flat[at]],
    }


def cases():
    for name in MODULES:
        for side in (124, 224):
            yield name, (side, side), False, "avg"
            yield name, (side, side), True
        yield name, (61, 90), False, "max"
    for name, alphas in ALPHAS.items():
        for alpha in alphas:
            yield name, (124, 124), False, None, alpha
            yield name, (96, 96), True, None, alpha


def main():
    file_utils.get_file = lambda *args, **kwargs: "not fetched"
    efficientnet.Functional.load_weights = lambda self, path: None
    legal = imagenet_utils.obtain_input_shape
    imagenet_utils.obtain_input_shape = lambda *args, **kwargs: legal(*args, **{**kwargs, "weights": None})
    rows = []
    for case in cases():
        rows.append(golden(*case))
        print(case, rows[-1]["parameters"], rows[-1]["largest"], file=sys.stderr)
    body = ",\n".join("    " + json.dumps(row) for row in rows)
    print(f'{{\n  "keras": "{keras.__version__}",\n  "cases": [\n{body}\n  ]\n}}')


main()
