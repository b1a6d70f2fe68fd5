export {
  eluGradient, leakyRelu, leakyReluGradient, relu6Gradient, reluGradient, sigmoidGradient, squareGradient, tanh, tanhGradient,
} from './activation';
export { multiplyRows, normalizeRows, normFactor, normGradients, normSums, normSumsBlock } from './batch-norm';
export { convolve, convolveFilterGradient, dealRow, gatherRow, gatherTransposed, packWeightBlock, packWeights, scatterRows } from './conv';
export {
  rowMaximum, sigmoidCrossEntropy, sigmoidCrossEntropyGradient, softmaxCrossEntropy, softmaxCrossEntropyGradient, softmaxEntropyRow,
  softmaxGradientRow,
} from './cross-entropy';
export {
  depthwiseFilterGradient, depthwiseInputGradient, filterLine, inputPixel, inputPixelMany, meet, tapLine, tapLineMany,
} from './depthwise';
export { depthwiseForward, depthwiseLine, depthwiseTile, fetchLines } from './depthwise-forward';
export { finishRow, finishRows } from './finish';
export { gatherBlock, gatherPanel, locate, pointers } from './gather';
export { columnsFirst, gemm, macro, rowsFirst, touch } from './gemm';
export {
  micro1x4, micro1x8, micro2x4, micro2x8, micro3x4, micro3x8, micro4x4, micro4x8, micro5x4, micro5x8, micro6x4, micro6x8,
} from './micro-kernels';
export { adam, adamax, momentum, rmsProp, rmsPropCentred, sgd } from './optimizer';
export { copyPanel, copyPanelPair, interleave1, interleave2, interleave4, packA, packB, packColumns, packEdge, packPointers } from './pack';
export { addShare, averagePoolGradient, maxPoolGradient, maxWindow } from './pool';
export { sumBlock, sumNarrow, sumRows, sumWide } from './reduce';
export { addBias, fillZeros, repeatRow, segmentSum } from './rows';
export { addWindows, convolveScatter } from './scatter';
export { addFloats, copyFloats } from './simd';
export { allFinite, convolveFewTiles, convolveTiles, winogradConvolve, winogradFilterGradient } from './winograd';
export { filterColumns, filterGradientRow, transformFilterBlock, transformFilterGradients, transformFilters } from './winograd-filters';
export { gradientTile, inputTile, outputTile, readPatch, transformGradients, transformInputs, transformOutputs } from './winograd-tiles';
