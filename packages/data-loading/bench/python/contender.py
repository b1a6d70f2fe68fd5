"""Pillow as a peer of the decoding bench: in one thread, or in two processes. A step is all pictures."""

import io
import multiprocessing
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '../../../wasm-kernels/bench/python'))

from PIL import Image

from serve import serve

PEER = sys.argv[1]
STATE = {}


def decode(half):
    files = STATE['files'] if half is None else STATE['files'][half::2]
    for file in files:
        with Image.open(io.BytesIO(file)) as image:
            image.convert('RGB').resize(STATE['size'], Image.BILINEAR).tobytes()


def make(work, args):
    height, width = args['size']
    STATE['size'] = (width, height)
    STATE['files'] = [open(path, 'rb').read() for path in args['paths']]
    if PEER == 'one':
        return lambda: decode(None)
    # Forked now, so that the files are there without a copy.
    pool = multiprocessing.get_context('fork').Pool(2)
    return lambda: pool.map(decode, [0, 1], chunksize=1)


serve(make)
