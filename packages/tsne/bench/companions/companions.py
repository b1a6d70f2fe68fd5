"""Contenders in Python, one thread each; the argument says which."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '../../../wasm-kernels/bench/python'))

import numpy as np

from serve import serve

PEER = sys.argv[1]


def sklearn(name, x, args):
    if name == 'pca':
        from sklearn.decomposition import PCA

        return lambda: PCA(args['components'], random_state=0).fit_transform(x)
    from sklearn.neighbors import NearestNeighbors

    return lambda: NearestNeighbors(n_neighbors=args['k'], algorithm='brute', n_jobs=1).fit(x).kneighbors()


def umap_learn(name, x, args):
    import umap

    return lambda: umap.UMAP(random_state=0, n_jobs=1).fit_transform(x)


def pynndescent(name, x, args):
    from pynndescent import NNDescent

    return lambda: NNDescent(x, n_neighbors=args['k'] + 1, random_state=0, n_jobs=1).neighbor_graph


PEERS = {'sklearn-1': sklearn, 'umap-learn-1': umap_learn, 'pynndescent-1': pynndescent}


def make_work(name, args):
    x = np.fromfile(args['file'], dtype='<f4').reshape(args['rows'], args['columns'])
    return PEERS[PEER](name, x, args)


serve(make_work)
