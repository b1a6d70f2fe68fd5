import { describe, expect, it } from 'vitest';
import { advancePlateau, startPlateau } from './plateau.ts';
import { resolveSchedule } from './resolve-schedule.ts';
import type { PlateauSchedule } from './schedule-spec.ts';

/** The rate after each of some epochs, of an optimizer whose own is 0.1. */
function follow(values: readonly number[], options: Omit<PlateauSchedule, 'name'>): number[] {
  const { plateau } = resolveSchedule({ name: 'plateau', ...options }, { validated: true });
  if (!plateau) throw new Error('no plateau');
  let state = startPlateau(plateau);
  return values.map((value, epoch) => {
    const record = { epoch, loss: value, accuracy: value, valLoss: value, valAccuracy: value };
    state = advancePlateau(state, record, { spec: plateau, rate: 0.1 });
    return 0.1 * state.factor;
  });
}

describe('advancePlateau', () => {
  // c = keras.callbacks.ReduceLROnPlateau(...); c.set_model(m); c.on_train_begin(), then for each value
  // c.on_epoch_end(epoch, {monitor: value}); float(m.optimizer.learning_rate), with SGD(0.1). Keras 3.15.
  it.each<[number[], Omit<PlateauSchedule, 'name'>, number[]]>([
    [
      [5, 4, 4, 4, 4, 4, 3, 3, 3, 3],
      { factor: 0.5, patience: 2 },
      [0.1, 0.1, 0.1, 0.05, 0.05, 0.025, 0.025, 0.025, 0.0125, 0.0125],
    ],
    [
      [5, 4, 4, 4, 4, 4, 4, 4, 4, 4],
      { factor: 0.5, patience: 1, cooldown: 2 },
      [0.1, 0.1, 0.05, 0.05, 0.025, 0.025, 0.0125, 0.0125, 0.00625, 0.00625],
    ],
    [
      [1, 0.95, 0.94, 0.93, 0.8, 0.79, 0.78, 0.77],
      { factor: 0.1, patience: 2, minDelta: 0.1, minRate: 0.005 },
      [0.1, 0.1, 0.01, 0.01, 0.01, 0.01, 0.005, 0.005],
    ],
    [
      [0.5, 0.6, 0.6, 0.6, 0.7, 0.7, 0.7, 0.7],
      { factor: 0.2, patience: 2, monitor: 'valAccuracy' },
      [0.1, 0.1, 0.1, 0.02, 0.02, 0.02, 0.004, 0.004],
    ],
    [[1, 1, 1, 1, 1], { factor: 0.1, patience: 0, minRate: 0.002 }, [0.1, 0.01, 0.002, 0.002, 0.002]],
  ])('follows %j with %j as Keras does', (values, options, expected) => {
    expect(follow(values, options)).toBeAllClose(expected, { rtol: 1e-6 });
  });

  it('never takes NaN for an improvement', () => {
    expect(follow([1, Number.NaN, Number.NaN, 0.5], { factor: 0.5, patience: 2 })).toEqual([0.1, 0.1, 0.05, 0.05]);
  });
});
