"""Writes the network of weights/default.safetensors as an ONNX file for `against-onnxruntime.mjs`: Table 1 with batch normalisation
folded into the convolutions, all three heads, one photo of 224 x 224.

    pip install numpy onnx safetensors && python web/bench/network.py target/network.onnx
"""
import sys

import numpy
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

EPSILON = 1e-3
weights = {name: array.astype("float32") for name, array in load_file("weights/default.safetensors").items()}
nodes, constants = [], []


def constant(name, array):
    constants.append(numpy_helper.from_array(numpy.ascontiguousarray(array, dtype="float32"), name))
    return name


def add(kind, inputs, output, **attributes):
    nodes.append(helper.make_node(kind, inputs, [output], **attributes))
    return output


def convolution(source, name, kernel, stride=1, padding=0):
    norm = {part: weights[f"{name}.bn.{part}"] for part in ("weight", "bias", "running_mean", "running_var")}
    scale = norm["weight"] / numpy.sqrt(norm["running_var"] + EPSILON)
    filters = constant(f"{name}.filters", weights[f"{name}.conv.weight"] * scale[:, None, None, None])
    bias = constant(f"{name}.bias", norm["bias"] - norm["running_mean"] * scale)
    made = add("Conv", [source, filters, bias], f"{name}.sum",
               kernel_shape=[kernel] * 2, strides=[stride] * 2, pads=[padding] * 4)
    return add("Relu", [made], name)


def pool(source, name, stride, padding=0):
    return add("MaxPool", [source], name,
               kernel_shape=[3, 3], strides=[stride] * 2, pads=[padding] * 4, ceil_mode=int(stride == 2))


def module(source, name):
    branches = [
        convolution(source, f"{name}.branch1", 1),
        convolution(convolution(source, f"{name}.branch2.0", 1), f"{name}.branch2.1", 3, padding=1),
        convolution(convolution(source, f"{name}.branch3.0", 1), f"{name}.branch3.1", 5, padding=2),
        convolution(pool(source, f"{name}.branch4.0", 1, 1), f"{name}.branch4.1", 1),
    ]
    return add("Concat", branches, name, axis=1)


def linear(source, name):
    filters, bias = (constant(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias"))
    return add("Gemm", [source, filters, bias], f"{name}.out", transB=1)


def head(source, name):
    mean = add("AveragePool", [source], f"{name}.mean", kernel_shape=[5, 5], strides=[3, 3])
    flat = add("Flatten", [convolution(mean, f"{name}.conv", 1)], f"{name}.flat")
    return linear(add("Relu", [linear(flat, f"{name}.fc1")], f"{name}.relu"), f"{name}.fc2")


x = pool(convolution("input", "conv1", 7, 2, 3), "maxpool1", 2)
x = pool(convolution(convolution(x, "conv2", 1), "conv3", 3, padding=1), "maxpool2", 2)
x = pool(module(module(x, "inception3a"), "inception3b"), "maxpool3", 2)
x = module(x, "inception4a")
outputs = [head(x, "aux1")]
for letter in "bcd":
    x = module(x, f"inception4{letter}")
outputs.append(head(x, "aux2"))
x = pool(module(x, "inception4e"), "maxpool4", 2)
x = module(module(x, "inception5a"), "inception5b")
x = add("Flatten", [add("GlobalAveragePool", [x], "avgpool")], "flat")
outputs.append(linear(x, "fc"))
classes = weights["fc.weight"].shape[0]


def value(name, shape):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


graph = helper.make_graph(
    nodes, "network", [value("input", [1, 3, 224, 224])], [value(name, [1, classes]) for name in outputs], constants
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
model.ir_version = 8
with open(sys.argv[1], "wb") as file:
    file.write(model.SerializeToString())
