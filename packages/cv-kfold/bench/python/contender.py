"""scikit-learn in the bench of splitting; a step makes all index arrays of a split."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '../../../wasm-kernels/bench/python'))

import numpy as np
from sklearn.model_selection import (
    GroupKFold, KFold, StratifiedGroupKFold, StratifiedKFold, StratifiedShuffleSplit)

from serve import serve

SPLITTERS = {
    'kFold': lambda seed: KFold(5, shuffle=True, random_state=seed),
    'stratifiedKFold': lambda seed: StratifiedKFold(5, shuffle=True, random_state=seed),
    'groupKFold': lambda seed: GroupKFold(5, shuffle=True, random_state=seed),
    'stratifiedGroupKFold': lambda seed: StratifiedGroupKFold(5, shuffle=True, random_state=seed),
    'stratifiedShuffleSplit': lambda seed: StratifiedShuffleSplit(10, random_state=seed),
}


def make_work(_, args):
    samples = np.arange(args['n'])
    labels, groups = samples % args['classes'], samples % args['groups']
    seed = [0]

    def step():
        tested = 0
        for _ in range(args['times']):
            seed[0] += 1
            splitter = SPLITTERS[args['split']](seed[0])
            tested += sum(len(test) for _, test in splitter.split(samples, labels, groups))
        assert tested == len(samples) * args['times'], tested

    return step


serve(make_work)
