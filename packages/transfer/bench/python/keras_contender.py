"""keras.applications on TensorFlow as a contender. Argument: 1 or all (threads)."""

import os
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"

import numpy as np
import tensorflow as tf

if sys.argv[1] == "1":
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)

import keras

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../../wasm-kernels/bench/python"))

from serve import serve

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


def make_work(_, args):
    base, size, batch = args["base"], args["size"], args["batch"]
    model = getattr(A, base)(include_top=False, weights=None, input_shape=(size, size, 3), pooling="avg")
    pixels = np.random.default_rng(0).integers(0, 256, (batch, size, size, 3), dtype=np.uint8)
    call = tf.function(lambda xs: model(MODULES[base].preprocess_input(xs), training=False))
    return lambda: call(tf.cast(pixels, tf.float32)).numpy()


serve(make_work)
