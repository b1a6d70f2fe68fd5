"""Imports torchvision where its wheel is for another build of torch, whose operators it then lacks."""

import sys

import torch

kept = []


def import_torchvision():
    """torchvision; without its operators where they do not load, but with their names, which is all that networks and transforms need."""
    try:
        import torchvision
    except RuntimeError:
        for name in [name for name in sys.modules if name.startswith('torchvision')]:
            del sys.modules[name]
        library = torch.library.Library('torchvision', 'DEF')
        for operator in ('nms', 'qnms'):
            library.define(f'{operator}(Tensor dets, Tensor scores, float threshold) -> Tensor')
        library.define('roi_align(Tensor i, Tensor r, float s, int h, int w, int n, bool a) -> Tensor')
        library.define('roi_pool(Tensor i, Tensor r, float s, int h, int w) -> (Tensor, Tensor)')
        kept.append(library)
        import torchvision
    return torchvision
