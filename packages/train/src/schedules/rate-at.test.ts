import { describe, expect, it } from 'vitest';
import { rateAt } from './rate-at.ts';
import { resolveSchedule } from './resolve-schedule.ts';
import type { Schedule, ScheduleSpec } from './schedule-spec.ts';

/** Rates at some steps, of an optimizer whose own is 0.1, with 4 batches an epoch. */
function rates(schedule: Schedule, steps: readonly number[]): number[] {
  return steps.map((step) => rateAt(schedule, { rate: 0.1, epoch: Math.floor(step / 4), step, batches: 4 }));
}

const every = (by: number, count: number) => Array.from({ length: count }, (_, i) => i * by);

describe('rateAt', () => {
  // [float(s(t)) for t in range(0, end, by)] with s of keras.optimizers.schedules, Keras 3.15, decay_steps = 4 * epochs
  it.each<[string, ScheduleSpec, number, number[]]>([
    [
      'ExponentialDecay(0.1, decay_steps=8, decay_rate=0.5)',
      { name: 'exponential', every: 2, factor: 0.5 },
      3,
      [0.1, 0.07711054, 0.05946035, 0.0458502, 0.03535534, 0.02726269, 0.02102241, 0.01621049, 0.0125],
    ],
    [
      'ExponentialDecay(0.1, decay_steps=8, decay_rate=0.5, staircase=True)',
      { name: 'step', every: 2, factor: 0.5 },
      3,
      [0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025, 0.0125],
    ],
    [
      'CosineDecay(0.1, decay_steps=20, alpha=0.1)',
      { name: 'cosine', epochs: 5, floor: 0.1 },
      3,
      [0.1, 0.09509529, 0.08145034, 0.06203955, 0.04109422, 0.0231802, 0.01220246, 0.01, 0.01],
    ],
    [
      'CosineDecay(0.01, decay_steps=20, alpha=0.1, warmup_target=0.1, warmup_steps=8)',
      { name: 'warmUp', epochs: 2, from: 0.1, next: { name: 'cosine', epochs: 5, floor: 0.1 } },
      3,
      [
        0.01, 0.04375, 0.0775, 0.09944598, 0.09140576, 0.07542957, 0.055, 0.03457043, 0.01859424, 0.01055402, 0.01,
        0.01,
      ],
    ],
    [
      'CosineDecayRestarts(0.1, first_decay_steps=8, t_mul=2.0, m_mul=0.5, alpha=0.1)',
      { name: 'cosine', epochs: 2, floor: 0.1, restarts: { height: 0.5 } },
      4,
      [
        0.1, 0.055, 0.055, 0.04840991, 0.0325, 0.0165901, 0.0325, 0.03164364, 0.02920495, 0.02555519, 0.02125,
        0.01694481, 0.01329505, 0.01085635, 0.02125,
      ],
    ],
    [
      'CosineDecayRestarts(0.1, first_decay_steps=8, t_mul=1.0)',
      { name: 'cosine', epochs: 2, restarts: { length: 1 } },
      3,
      [0.1, 0.06913417, 0.01464466, 0.0961939, 0.05, 0.00380602, 0.08535534, 0.03086583, 0.1, 0.06913417],
    ],
  ])('gives the rates of %s', (_, schedule, by, expected) => {
    expect(rates(schedule, every(by, expected.length))).toBeAllClose(expected, { rtol: 2e-5 });
  });

  it('stays after a warm-up that nothing follows, and asks a function for epoch and step', () => {
    expect(rates({ name: 'warmUp', epochs: 1 }, [0, 1, 2, 4, 9])).toEqual([0, 0.025, 0.05, 0.1, 0.1]);
    expect(rates((epoch, step) => epoch + step / 100, [0, 5])).toEqual([0, 1.05]);
    expect(() => rates(() => Number.NaN, [3])).toThrow('finite rate from 0, got NaN for epoch 0, step 3');
  });
});

describe('resolveSchedule', () => {
  it.each<[string, object]>([
    ['every', { name: 'step', every: 0, factor: 0.5 }],
    ['factor', { name: 'exponential', every: 1, factor: 1.5 }],
    ['epochs', { name: 'cosine', epochs: Number.NaN }],
    ['length', { name: 'cosine', epochs: 1, restarts: { length: 0.5 } }],
    ['from', { name: 'warmUp', epochs: 1, from: 2 }],
    ['floor', { name: 'warmUp', epochs: 1, next: { name: 'cosine', epochs: 1, floor: -1 } }],
    ['patience', { name: 'plateau', monitor: 'loss', patience: 0.5 }],
    ['factor', { name: 'plateau', monitor: 'loss', factor: 1 }],
    ['monitor', { name: 'plateau' }],
    ['schedule', { name: 'linear' }],
    ['schedule', { name: 'toString' }],
  ])('refuses a wrong %s: %j', (parameter, schedule) => {
    expect(() => resolveSchedule(schedule as Schedule, { validated: false })).toThrow(
      expect.objectContaining({ name: 'ArgumentError', parameter }),
    );
  });
});
