import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import './forward.ts';

describe('forward', () => {
  it('comes with the gradients of the core ops, which tfjs-core alone does not have in Node', async () => {
    const slope = tf.tidy(() => tf.grad(tf.square)(tf.scalar(3)));
    expect([...(await slope.data())]).toEqual([6]);
    slope.dispose();
  });
});
