import { ArgumentError, type EpochRecord } from '@animals/core';

/** When to stop training before its last epoch. */
export interface EarlyStopping {
  /** What must get better: a loss falls, an accuracy rises. Default valLoss. */
  readonly monitor?: 'valLoss' | 'valAccuracy' | 'loss' | 'accuracy';
  /** Epochs without improvement after which training stops. Default 0, as in Keras: the first one. */
  readonly patience?: number;
  /** How much counts as an improvement. Default 0. */
  readonly minDelta?: number;
  /** Ends with the weights of the best epoch. Default true. */
  readonly restoreBest?: boolean;
}

/** How a run stands: the best epoch so far, and how long ago it was. */
export interface StoppingState {
  /** Value monitored at the best epoch; an infinity before the first. */
  readonly best: number;
  /** -1 before the first that counts (a NaN never does). */
  readonly bestEpoch: number;
  /** Epochs since the last improvement. */
  readonly wait: number;
  readonly stopped: boolean;
}

/** Fills in the defaults. @throws ArgumentError if a number is out of range, or nothing gives the monitored value. */
export function resolveEarlyStopping(
  { monitor = 'valLoss', patience = 0, minDelta = 0, restoreBest = true }: EarlyStopping,
  { validated }: { validated: boolean },
): Required<EarlyStopping> {
  if (!Number.isInteger(patience) || patience < 0) {
    throw new ArgumentError('patience', `patience must be an integer from 0, got ${patience}`);
  }
  if (!(minDelta >= 0 && Number.isFinite(minDelta))) {
    throw new ArgumentError('minDelta', `minDelta must be a finite number from 0, got ${minDelta}`);
  }
  if (monitor.startsWith('val') && !validated) {
    throw new ArgumentError(
      'monitor',
      `monitor must be loss or accuracy without validation data, got ${monitor}; give a validation part`,
    );
  }
  return { monitor, patience, minDelta, restoreBest };
}

/** The state before the first epoch. */
export function startStopping(monitor: Required<EarlyStopping>['monitor']): StoppingState {
  return { best: isLoss(monitor) ? Infinity : -Infinity, bestEpoch: -1, wait: 0, stopped: false };
}

/**
 * Takes one more epoch into account.
 *
 * Improves only if better by more than `minDelta`; stops when `patience` epochs in a row did not, never at epoch 0.
 * @see keras.callbacks.EarlyStopping
 */
export function advanceStopping(
  state: StoppingState,
  record: EpochRecord,
  { monitor, patience, minDelta }: Required<EarlyStopping>,
): StoppingState {
  const value = record[monitor] as number;
  const gain = isLoss(monitor) ? state.best - value : value - state.best;
  if (gain > minDelta) return { best: value, bestEpoch: record.epoch, wait: 0, stopped: false };
  const wait = state.wait + 1;
  return { ...state, wait, stopped: wait >= patience && record.epoch > 0 };
}

function isLoss(monitor: Required<EarlyStopping>['monitor']): boolean {
  return monitor === 'loss' || monitor === 'valLoss';
}
