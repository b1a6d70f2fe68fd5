"""The study's baseline in Keras: what our numbers and our speed are compared with. Run by hand, never by the tests.

    python keras_baseline.py DATA ANIMAL [--seed N] [--epochs N] [--folds N]

DATA is the folder that holds the class folders. Needs tensorflow-cpu, keras, opencv-python-headless and scikit-learn.
The order of the samples is drawn anew for each epoch here: after keras.utils.set_random_seed, fit(shuffle=True) repeats
one order in every epoch (Keras 3.15 on TensorFlow 2.21), and training on it ends worse and less steadily.
Prints one line of JSON: the accuracy of the last epoch for each fold, mean and population sd, and the seconds it took.
"""
import argparse
import glob
import json
import os
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import cv2
import keras
import numpy as np
from sklearn.model_selection import KFold


def load(folder):
    files = sorted(glob.glob(os.path.join(folder, "*.jpg")))
    pictures = [cv2.cvtColor(cv2.imread(file), cv2.COLOR_BGR2RGB) for file in files]
    return np.stack([cv2.resize(picture, (124, 124)) for picture in pictures])


def baseline():
    layers = keras.layers
    model = keras.Sequential([
        keras.Input((124, 124, 3)),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(100, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("animal", choices=["elephant", "tiger", "fox"])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    negative = load(os.path.join(options.data, options.animal.capitalize() + "_negative_class"))
    positive = load(os.path.join(options.data, options.animal))
    xs = np.concatenate([negative, positive]).astype("float32") / 255
    ys = np.r_[np.zeros(len(negative)), np.ones(len(positive))].astype("float32")
    keras.utils.set_random_seed(options.seed)
    rng = np.random.RandomState(options.seed)
    start = time.perf_counter()
    folds = []
    for train, test in KFold(options.folds, shuffle=True, random_state=options.seed).split(xs):
        model = baseline()
        for _ in range(options.epochs):
            order = rng.permutation(train)
            model.fit(xs[order], ys[order], epochs=1, batch_size=8, shuffle=False, verbose=0)
            _, accuracy = model.evaluate(xs[test], ys[test], batch_size=8, verbose=0)
        folds.append(accuracy)
        keras.backend.clear_session()
    seconds = time.perf_counter() - start
    print(json.dumps({"animal": options.animal, "seed": options.seed, "folds": [round(f, 4) for f in folds],
                      "mean": round(float(np.mean(folds)), 4), "sd": round(float(np.std(folds)), 4),
                      "seconds": round(seconds, 1)}))


main()
