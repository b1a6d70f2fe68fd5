export {
  averagePrecision,
  type PrecisionRecallCurve,
  precisionRecallCurve,
  type ReliabilityBin,
  type RocCurve,
  rocAuc,
  rocCurve,
} from '@animals/core';
export { loadBundle } from './bundle/browser/load-bundle.ts';
export { saveBundle } from './bundle/browser/save-bundle.ts';
export type { Bundle, BundleMeta } from './bundle/bundle.ts';
export type { BundleSource, LoadBundle, LoadBundleOptions } from './bundle/create-load-bundle.ts';
export type { BundleSink, SaveBundle } from './bundle/create-save-bundle.ts';
export type { Preprocessing } from './bundle/preprocessing.ts';
export { captureState } from './checkpoint/capture-state.ts';
export { type RestoreOptions, restoreState } from './checkpoint/restore-state.ts';
export type { RunSettings, TrainingProgress } from './checkpoint/training-progress.ts';
export { applyTemperature } from './decision/apply-temperature.ts';
export {
  type ChosenThreshold,
  chooseThreshold,
  type MistakeCosts,
  type ThresholdGoal,
} from './decision/choose-threshold.ts';
export { type FittedTemperature, fitTemperature } from './decision/fit-temperature.ts';
export { type ReliabilityDiagram, reliabilityDiagram } from './decision/reliability-diagram.ts';
export type { EarlyStopping, StoppingState } from './early-stopping.ts';
export { epochOrder } from './epoch-order.ts';
export { type EvaluateOptions, type Evaluation, evaluate } from './evaluate.ts';
export { fit } from './fit.ts';
export type { BatchRecord, CheckpointStore, FitOptions, FitRecord, FitResult } from './fit-options.ts';
export { binaryCrossentropy } from './losses/binary-crossentropy.ts';
export { categoricalCrossentropy } from './losses/categorical-crossentropy.ts';
export type { Loss, LossFunction, LossName } from './losses/loss.ts';
export { sparseCategoricalCrossentropy } from './losses/sparse-categorical-crossentropy.ts';
export { accuracy } from './metrics/accuracy.ts';
export { balancedAccuracy } from './metrics/balanced-accuracy.ts';
export { type ClassScore, classScores } from './metrics/class-scores.ts';
export { cohenKappa } from './metrics/cohen-kappa.ts';
export { confusionMatrix } from './metrics/confusion-matrix.ts';
export { logLoss } from './metrics/log-loss.ts';
export { macroF1 } from './metrics/macro-f1.ts';
export { matthewsCorrelation } from './metrics/matthews-correlation.ts';
export { oneVersusRest } from './metrics/one-versus-rest.ts';
export { type PrecisionRecall, precisionRecall } from './metrics/precision-recall.ts';
export { predictedClasses } from './metrics/predicted-classes.ts';
export { createOptimizer } from './optimizers/create-optimizer.ts';
export type { AdamSpec, OptimizerName, OptimizerSpec, RmspropSpec, SgdSpec } from './optimizers/optimizer-spec.ts';
export { predict } from './predict/browser/predict.ts';
export type { Predict } from './predict/create-predict.ts';
export type { Picture, PictureSource, PredictSource } from './predict/picture.ts';
export type { PredictPicturesOptions } from './predict/predict-options.ts';
export type { Prediction } from './predict/prediction.ts';
export { predictLogits } from './predict-logits.ts';
export { type PredictOptions, predictProbabilities } from './predict-probabilities.ts';
export type { PlateauState } from './schedules/plateau.ts';
export type {
  CosineSchedule,
  ExponentialSchedule,
  PlateauSchedule,
  Schedule,
  ScheduleSpec,
  StepSchedule,
  WarmUpSchedule,
} from './schedules/schedule-spec.ts';
export type { Batch, BatchContext, BatchSource } from './sources/batch-source.ts';
export { imageSource } from './sources/image-source.ts';
export { subsetSource } from './sources/subset-source.ts';
export { tensorSource } from './sources/tensor-source.ts';
export type { ImageTrainingData, SourceTrainingData, TrainingData } from './sources/training-data.ts';
export { type InitialiseOptions, initialiseWeights } from './weights/initialise-weights.ts';
export { type SeededDropout, type SeededDropoutOptions, seededDropout } from './weights/seeded-dropout.ts';
export { seekDropout } from './weights/seek-dropout.ts';
