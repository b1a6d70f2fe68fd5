"""Keras on TensorFlow as a contender. Argument: 1 or all (threads)."""

import os
import sys

THREADS = sys.argv[1]
os.environ.setdefault('TF_CPP_MIN_LOG_LEVEL', '3')
os.environ['CUDA_VISIBLE_DEVICES'] = ''
os.environ['KERAS_BACKEND'] = 'tensorflow'

import tensorflow as tf

if THREADS == '1':
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)

import keras
from keras import layers

from serve import serve

keras.utils.set_random_seed(1)


def train_step(batch, size, filters, units):
    model = keras.Sequential([
        keras.Input((size, size, 3)), layers.Conv2D(filters, 3, activation='relu'), layers.MaxPooling2D(2),
        layers.Flatten(), layers.Dense(units, activation='relu'), layers.Dense(1, activation='sigmoid')])
    model.compile(optimizer=keras.optimizers.Adam(1e-3), loss='binary_crossentropy')
    xs = tf.random.uniform((batch, size, size, 3))
    ys = tf.cast(tf.range(batch) % 2, tf.float32)[:, None]
    return lambda: model.train_on_batch(xs, ys)


def vgg_forward(batch, size):
    model = keras.Sequential([keras.Input((size, size, 3))])
    for filters, count in ((64, 2), (128, 2), (256, 4), (512, 4), (512, 4)):
        for _ in range(count):
            model.add(layers.Conv2D(filters, 3, padding='same', activation='relu'))
        model.add(layers.MaxPooling2D(2))
    xs = tf.random.uniform((batch, size, size, 3))
    call = tf.function(lambda: model(xs, training=False))
    return lambda: call().numpy()


WORKS = {'trainStep': train_step, 'vggForward': vgg_forward}


def make_work(name, args):
    if name not in WORKS:
        raise ValueError(f'has no {name}')
    return WORKS[name](**args)


serve(make_work)
