"""Writes the small weights files that the tests of @animals/transfer read.

    python tools/reference/keras_weight_files.py packages/transfer/src/formats/fixtures

Needs keras, h5py, numpy, and tensorflow for the TFLite files. Weight k of the net, counted through its layers, holds
sin(10 k + i) at i, moving variances 1 + that squared.
"""
import os
import sys

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
import h5py
import keras
import numpy as np
from keras import layers

out = sys.argv[1]


def net():
    model = keras.Sequential(
        [
            keras.Input((8, 8, 3)),
            layers.Conv2D(4, 3, name="block1_conv1"),
            layers.BatchNormalization(name="bn1"),
            layers.DepthwiseConv2D(3, name="dw"),
            layers.Flatten(),
            layers.Dense(5, name="predictions"),
        ],
        name="net",
    )
    fill(model)
    return model


def fill(model):
    for k, weight in enumerate(model.weights):
        values = np.sin(10 * k + np.arange(np.prod(weight.shape))).reshape(weight.shape)
        weight.assign(1 + values**2 if "variance" in weight.path else values)


def nested():
    inner = keras.Sequential(
        [keras.Input((8, 8, 3)), layers.Conv2D(2, 3, name="c"), layers.BatchNormalization(name="b")], name="inner"
    )
    model = keras.Sequential(
        [keras.Input((8, 8, 3)), inner, layers.Flatten(), layers.Dense(2, name="d")], name="outer"
    )
    fill(model)
    return model


def copy_under_old_names(source, target, rename):
    """The layout of weights files before Keras 3: listed in attributes, one group a layer, names of their time."""
    with h5py.File(source) as old, h5py.File(target, "w") as new:
        weights = old["model_weights"]
        names = [name for name in weights.attrs["layer_names"]]
        new.attrs["layer_names"] = np.array(names, dtype="S")
        for layer in names:
            group = new.create_group(layer)
            listed = []
            for name in weights[layer].attrs["weight_names"]:
                renamed = rename(layer, name.split("/")[-1])
                group.create_dataset(renamed, data=weights[layer][name][...])
                listed.append(renamed.encode())
            group.attrs["weight_names"] = np.array(listed, dtype="S") if listed else np.zeros(0)


KERAS_1 = {"kernel": "W", "bias": "b", "moving_mean": "running_mean", "moving_variance": "running_std"}

model = net()
model.save(f"{out}/keras3-legacy.h5")
model.save_weights(f"{out}/keras3.weights.h5")
model.save(f"{out}/keras3.keras")
nested().save_weights(f"{out}/keras3-nested.weights.h5")
copy_under_old_names(f"{out}/keras3-legacy.h5", f"{out}/keras2.h5", lambda layer, role: f"{layer}/{role}:0")
copy_under_old_names(
    f"{out}/keras3-legacy.h5", f"{out}/keras1.h5", lambda layer, role: f"{layer}_{KERAS_1.get(role, role)}_1:0"
)
with h5py.File(f"{out}/forms.h5", "w") as forms:
    values = np.arange(60, dtype="<f4").reshape(5, 12) / 7
    forms.attrs["layer_names"] = ["l"]
    group = forms.create_group("l")
    for i in range(40):
        group.create_dataset(f"many{i:02d}", data=np.float32([i]))
    group.create_dataset("gzip", data=values, chunks=(2, 5), compression="gzip", shuffle=True, fletcher32=True)
    group.create_dataset("half", data=values.astype("<f2"))
    group.create_dataset("big", data=values.astype(">f4"))
    group.create_dataset("double", data=values)
    group.create_dataset("bytes", data=np.int8([-1, 2]))
    group.create_dataset("scalar", data=np.float32(3))
    group.create_dataset("empty", shape=(0, 3), dtype="f4")
    group.create_dataset("unwritten", shape=(2, 2), dtype="f4")
    group.attrs["weight_names"] = np.array(list(group), dtype="S")

probe = np.sin(np.arange(8 * 8 * 3)).reshape(1, 8, 8, 3).astype("float32")
print("net(sin(i)):", model.predict(probe, verbose=0)[0].tolist())

import tensorflow as tf  # noqa: E402

converter = tf.lite.TFLiteConverter.from_keras_model(model)
open(f"{out}/float.tflite", "wb").write(converter.convert())
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.representative_dataset = lambda: [[probe]]
open(f"{out}/int8.tflite", "wb").write(converter.convert())
