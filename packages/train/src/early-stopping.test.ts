import { describe, expect, it } from 'vitest';
import { advanceStopping, type EarlyStopping, resolveEarlyStopping, startStopping } from './early-stopping.ts';

/** Feeds values one epoch after the other until it stops; gives the last epoch or null, and the best one. */
function follow(values: readonly number[], options: EarlyStopping): [number | null, number] {
  const settings = resolveEarlyStopping(options, { validated: true });
  let state = startStopping(settings.monitor);
  for (const [epoch, value] of values.entries()) {
    state = advanceStopping(
      state,
      { epoch, loss: value, accuracy: value, valLoss: value, valAccuracy: value },
      settings,
    );
    if (state.stopped) return [epoch, state.bestEpoch];
  }
  return [null, state.bestEpoch];
}

describe('advanceStopping', () => {
  // keras.callbacks.EarlyStopping(monitor, mode=..., restore_best_weights=True), on_epoch_end(epoch, {monitor: value})
  // for each value until model.stop_training; (epoch, best_epoch). Keras 3.15.
  it.each<[number[], EarlyStopping, [number | null, number]]>([
    [[5, 4, 4, 4, 3, 3, 3, 3], { patience: 2 }, [3, 1]],
    [[5, 4, 4, 4, 3, 3, 3, 3], { patience: 3 }, [7, 4]],
    [[5, 6, 4], { patience: 0 }, [1, 0]],
    [[5, 5, 5, 4], { patience: 1 }, [1, 0]],
    [[1, 0.95, 0.91, 0.85, 0.84, 0.83], { patience: 2, minDelta: 0.1 }, [2, 0]],
    [[0.5, 0.6, 0.6, 0.7, 0.65, 0.7, 0.6], { monitor: 'valAccuracy', patience: 2 }, [5, 3]],
    [[4, 3, 2, 1], { monitor: 'loss', patience: 1 }, [null, 3]],
  ])('follows %j with %j as Keras does', (values, options, expected) => {
    expect(follow(values, options)).toEqual(expected);
  });

  it('never takes NaN for an improvement', () => {
    expect(follow([Number.NaN, Number.NaN], { patience: 5 })).toEqual([null, -1]);
    expect(follow([2, Number.NaN, 1, Number.NaN, Number.NaN], { patience: 2 })).toEqual([4, 2]);
  });
});
