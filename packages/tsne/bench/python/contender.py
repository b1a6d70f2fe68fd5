"""scikit-learn's t-SNE with two jobs: the Python twin of contenders/contender.ts."""

import json
import resource
import sys
import time

import numpy as np
from sklearn.manifold import TSNE

_, source, target, rows, columns = sys.argv[1:]
data = np.fromfile(source, np.float32).reshape(int(rows), int(columns))
start = time.perf_counter()
embedding = TSNE(perplexity=min(30, (len(data) - 1) / 3), random_state=0, n_jobs=2).fit_transform(data)
seconds = time.perf_counter() - start
embedding.astype(np.float32).tofile(target)
print(json.dumps({'ms': 1000 * seconds, 'megabytes': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
