"""The same networks of torchvision and timm as a contender. Argument: 1 or all (threads)."""

import os
import sys

if sys.argv[1] == "1":
    os.environ.update(OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../../wasm-kernels/bench/python"))

from torchvision_names import import_torchvision

# timm imports it
import_torchvision()

import timm

from serve import serve

if sys.argv[1] == "1":
    torch.set_num_threads(1)

NAMES = {
    "EfficientNetB0": "efficientnet_b0",
    "MobileNet": "mobilenetv1_100",
    "MobileNetV2": "mobilenetv2_100",
    "ResNet101": "resnet101",
    "ResNet101V2": "resnetv2_101",
    "ResNet50": "resnet50",
    "ResNet50V2": "resnetv2_50",
    "VGG16": "vgg16",
    "VGG19": "vgg19",
}


def make_work(_, args):
    size, batch = args["size"], args["batch"]
    model = timm.create_model(NAMES[args["base"]], pretrained=False).eval()
    pixels = torch.randint(0, 256, (batch, 3, size, size), dtype=torch.uint8)

    def step():
        with torch.inference_mode():
            maps = model.forward_features(pixels.float() / 127.5 - 1)
            maps.mean((2, 3)).numpy()

    return step


serve(make_work)
