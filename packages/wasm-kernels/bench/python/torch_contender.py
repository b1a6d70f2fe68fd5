"""PyTorch as a contender. Arguments: 1 or all (threads), and optionally `fused` for its fused Adam."""

import os
import sys

THREADS = sys.argv[1]
FUSED = 'fused' in sys.argv[2:]
if THREADS == '1':
    os.environ.update(OMP_NUM_THREADS='1', MKL_NUM_THREADS='1')

import torch
import torch.nn.functional as F
from torch import nn

from serve import serve

if THREADS == '1':
    torch.set_num_threads(1)
torch.manual_seed(1)


def adam(parameters, rate, beta1=0.9):
    return torch.optim.Adam(parameters, lr=rate, betas=(beta1, 0.999), eps=1e-7, **({'fused': True} if FUSED else {}))


def train_step(batch, size, filters, units):
    side = (size - 2) // 2
    model = nn.Sequential(
        nn.Conv2d(3, filters, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(side * side * filters, units), nn.ReLU(), nn.Linear(units, 1), nn.Sigmoid())
    optimizer = adam(model.parameters(), 1e-3)
    xs = torch.rand(batch, 3, size, size)
    ys = (torch.arange(batch) % 2).float()[:, None]

    def step():
        optimizer.zero_grad()
        loss = F.binary_cross_entropy(model(xs), ys)
        loss.backward()
        optimizer.step()
        loss.item()

    return step


def dcgan_step(batch, filters):
    nf = filters

    class Seed(nn.Module):
        """A dense layer from 100 numbers to 4 x 4 pictures of 8 nf channels."""

        def __init__(self):
            super().__init__()
            self.dense = nn.Linear(100, 16 * nf * 8, bias=False)

        def forward(self, z):
            return self.dense(z).view(-1, nf * 8, 4, 4)

    def up(a, b):
        return nn.ConvTranspose2d(a, b, 4, 2, 1, bias=False)

    def down(a, b):
        return nn.Conv2d(a, b, 4, 2, 1, bias=False)

    g = nn.Sequential(
        Seed(), nn.BatchNorm2d(nf * 8), nn.ReLU(True),
        up(nf * 8, nf * 4), nn.BatchNorm2d(nf * 4), nn.ReLU(True),
        up(nf * 4, nf * 2), nn.BatchNorm2d(nf * 2), nn.ReLU(True),
        up(nf * 2, nf), nn.BatchNorm2d(nf), nn.ReLU(True),
        up(nf, 3), nn.Tanh())
    d = nn.Sequential(
        down(3, nf), nn.LeakyReLU(0.2, True),
        down(nf, nf * 2), nn.BatchNorm2d(nf * 2), nn.LeakyReLU(0.2, True),
        down(nf * 2, nf * 4), nn.BatchNorm2d(nf * 4), nn.LeakyReLU(0.2, True),
        down(nf * 4, nf * 8), nn.BatchNorm2d(nf * 8), nn.LeakyReLU(0.2, True),
        nn.Flatten(), nn.Linear(16 * nf * 8, 1, bias=False))
    opt_d, opt_g = adam(d.parameters(), 2e-4, 0.5), adam(g.parameters(), 2e-4, 0.5)
    real, z = torch.rand(batch, 3, 64, 64) * 2 - 1, torch.randn(batch, 100)
    ones, zeros = torch.ones(batch, 1), torch.zeros(batch, 1)
    loss = F.binary_cross_entropy_with_logits

    def step():
        fake = g(z)
        opt_d.zero_grad()
        loss_d = loss(d(real), ones) + loss(d(fake.detach()), zeros)
        loss_d.backward()
        opt_d.step()
        opt_g.zero_grad()
        loss_g = loss(d(fake), ones)
        loss_g.backward()
        opt_g.step()
        loss_d.item(), loss_g.item()

    return step


def vgg_forward(batch, size):
    stack, channels = [], 3
    for filters, count in ((64, 2), (128, 2), (256, 4), (512, 4), (512, 4)):
        for _ in range(count):
            stack += [nn.Conv2d(channels, filters, 3, padding=1), nn.ReLU(True)]
            channels = filters
        stack.append(nn.MaxPool2d(2))
    model, xs = nn.Sequential(*stack).eval(), torch.rand(batch, 3, size, size)

    def step():
        with torch.no_grad():
            model(xs)

    return step


def gemm(m, k, n, transposeA=False, transposeB=False, **_):
    a = torch.rand(k, m).t() if transposeA else torch.rand(m, k)
    b = torch.rand(n, k).t() if transposeB else torch.rand(k, n)
    return lambda: torch.mm(a, b)


def pad_for(size, kernel, stride, pad):
    if pad == 'valid':
        return 0
    out = -(-size // stride)
    total = max(0, (out - 1) * stride + kernel - size)
    if total % 2:
        raise ValueError('padding that differs between two sides has no twin in torch')
    return total // 2


def convolution(kind, batch, size, **conv):
    source, target, k, stride = conv['from'], conv['to'], conv['kernel'], conv['stride']
    padding = pad_for(size, k, stride, conv['pad'])
    x, w = torch.rand(batch, source, size, size), torch.rand(target, source, k, k)
    y = F.conv2d(x, w, stride=stride, padding=padding)
    if kind == 'forward':
        return lambda: F.conv2d(x, w, stride=stride, padding=padding)
    masks = (False, True, False) if kind == 'filter' else (True, False, False)
    dy = torch.rand_like(y)
    return lambda: torch.ops.aten.convolution_backward(
        dy, x, w, None, [stride] * 2, [padding] * 2, [1, 1], False, [0, 0], 1, masks)


def by_channel(kind, batch, size, channels):
    x = torch.rand(batch, channels, size, size)
    if kind == 'biasGrad':
        return lambda: x.sum((0, 2, 3))
    if kind == 'globalMean':
        return lambda: x.mean((2, 3))
    if kind == 'depthwise':
        w = torch.rand(channels, 1, 3, 3)
        return lambda: F.conv2d(x, w, padding=1, groups=channels)
    y, places = F.max_pool2d(x, 2, return_indices=True)
    dy = torch.rand_like(y)
    return lambda: torch.ops.aten.max_pool2d_with_indices_backward(
        dy, x, [2, 2], [2, 2], [0, 0], [1, 1], False, places)


def kernel(kind, **args):
    if kind == 'gemm':
        return no_grad(gemm(**args))
    return no_grad(by_channel(kind, **args) if 'channels' in args else convolution(kind, **args))


def no_grad(work):
    def step():
        with torch.no_grad():
            work()

    return step


WORKS = {'trainStep': train_step, 'dcganStep': dcgan_step, 'vggForward': vgg_forward, 'kernel': kernel}
serve(lambda name, args: WORKS[name](**args))
