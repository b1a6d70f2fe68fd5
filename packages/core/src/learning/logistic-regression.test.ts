import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../errors.ts';
import { createRng } from '../random/create-rng.ts';
import { logisticRegression } from './logistic-regression.ts';

// xs = numpy.sin(1 + i * 7.3 + j * 2.1) * (1 + j), i = 0..29, j = 0..2
const xs = Array.from({ length: 30 }, (_, i) => [0, 1, 2].map((j) => Math.sin(1 + i * 7.3 + j * 2.1) * (1 + j)));
const two = Array.from('111000011100011000111000111100', Number);
const three = Array.from('222100122100122100222000122210', Number);
const tolerance = 1e-9;

describe('logisticRegression', () => {
  it('finds the log-odds of a single binary feature', () => {
    // Of the samples with feature 0 a quarter is of class 1, of those with feature 1 three quarters.
    const { weights, intercepts } = logisticRegression(
      [[0], [0], [0], [0], [1], [1], [1], [1]],
      [0, 0, 0, 1, 1, 1, 1, 0],
      { l2: 0, tolerance },
    );
    expect([intercepts[0] as number, weights.data[0] as number]).toBeAllClose([-Math.log(3), 2 * Math.log(3)]);
  });

  // LogisticRegression(C=1 / l2, tol=1e-10, max_iter=10000).fit(xs, two): coef_, intercept_; scikit-learn 1.9.1
  it.each([
    [1, [0.7912136, -1.3311482, -0.3575657], -0.0726157],
    [0.1, [1.0299778, -1.7320995, -0.4666023], -0.1158603],
    [10, [0.3579884, -0.6093513, -0.1510794], -0.0223326],
  ])('with two classes and l2 %f is scikit-learn', (l2, coefficients, intercept) => {
    const model = logisticRegression(xs, two, { l2, tolerance });
    expect(model.converged).toBe(true);
    expect(model.weights).toMatchObject({ rows: 1, columns: 3 });
    expect(model.weights.data).toBeAllClose(coefficients, { rtol: 1e-6, atol: 2e-7 });
    expect(model.intercepts).toBeAllClose([intercept], { rtol: 1e-6, atol: 2e-7 });
  });

  // The same with .fit(xs, three), and predict_proba(xs[:2])
  it('with three classes is scikit-learn', () => {
    const model = logisticRegression(xs, three, { tolerance });
    expect(model.weights.data).toBeAllClose(
      [-0.7173938, 1.2365688, 0.2793507, -0.0725892, 0.1067975, 0.0560188, 0.7899831, -1.3433663, -0.3353695],
      { rtol: 1e-6, atol: 2e-7 },
    );
    expect(model.intercepts).toBeAllClose([-0.4020844, 0.3775925, 0.0244919], { rtol: 1e-6, atol: 2e-7 });
    expect(model.predictProbability(xs.slice(0, 2)).data).toBeAllClose(
      [0.0337988, 0.2086468, 0.7575545, 0.0019585, 0.0518579, 0.9461836],
      { rtol: 1e-6, atol: 2e-7 },
    );
  });

  // LogisticRegression(C=2, tol=1e-12, max_iter=100000).fit(xs, five): coef_, intercept_, predict_proba(xs[:1])
  it('with five classes of unequal size is scikit-learn', () => {
    const five = Array.from('022322041402232204140223220414', Number);
    const model = logisticRegression(xs, five, { l2: 0.5, tolerance: 1e-10 });
    expect(model).toMatchObject({ converged: true, weights: { rows: 5, columns: 3 } });
    expect(model.weights.data).toBeAllClose(
      [
        0.0857893, -0.1067697, -0.0956612, -0.0130089, -0.0170714, 0.0648821, 0.0026247, 0.0122739, -0.0264633,
        -0.0712213, 0.1168945, 0.0366228, -0.0041837, -0.0053273, 0.0206195,
      ],
      { rtol: 1e-6, atol: 2e-7 },
    );
    expect(model.intercepts).toBeAllClose([0.131432, -0.5642319, 0.8466446, -0.5604317, 0.146587], { atol: 2e-7 });
    const { data } = model.predictProbability(xs.slice(0, 1));
    expect(data).toBeAllClose([0.2552891, 0.0771351, 0.4091692, 0.0803517, 0.1780549], { atol: 2e-7 });
  });

  // make_pipeline(StandardScaler(), LogisticRegression(tol=1e-10, max_iter=10000)).fit(shifted, two):
  // coef_ / scale_, predict_proba(shifted[:3])[:, 1]
  it('standardises like scikit-learn and takes samples in their own units', () => {
    const shifted = xs.map(([a, b, c]) => [a as number, (b as number) * 100 + 50, (c as number) * 0.01 - 3]);
    const model = logisticRegression(shifted, two, { standardise: true, tolerance });
    expect(model.weights.data).toBeAllClose([1.6915051, -0.0081219, -4.3324019], { rtol: 1e-5 });
    expect(model.intercepts).toBeAllClose([-12.6580643], { rtol: 1e-6 });
    const { data } = model.predictProbability(shifted.slice(0, 3));
    expect([data[1], data[3], data[5]]).toBeAllClose([0.8027676, 0.943342, 0.8163683], { rtol: 1e-6 });
  });

  // X = numpy.sin(1 + i * 7.3 + j * 2.1 + i * j * 0.37) of shape (200, 3000), y = numpy.sin(arange(200) * 3.7) > 0:
  // LogisticRegression(solver='newton-cholesky', tol=1e-10).fit(X, y): coef_[0, :5], intercept_
  it('copes with more features than samples', () => {
    const data = Float64Array.from({ length: 200 * 3000 }, (_, at) => {
      const [i, j] = [Math.floor(at / 3000), at % 3000];
      return Math.sin(1 + i * 7.3 + j * 2.1 + i * j * 0.37);
    });
    const ys = Array.from({ length: 200 }, (_, i) => (Math.sin(i * 3.7) > 0 ? 1 : 0));
    const model = logisticRegression({ data, rows: 200, columns: 3000 }, ys, { tolerance: 1e-10 });
    expect(model.converged).toBe(true);
    expect(model.iterations).toBeLessThan(100);
    expect(model.weights.data.subarray(0, 5)).toBeAllClose(
      [-0.00344883, -0.00341783, -0.01374968, -0.01771239, -0.02656535],
      { rtol: 1e-6, atol: 1e-8 },
    );
    expect(model.intercepts).toBeAllClose([-0.00041374], { rtol: 1e-4, atol: 1e-8 });
  });

  it('gives probabilities that sum to 1 and predicts the largest', () => {
    for (const ys of [two, three]) {
      const model = logisticRegression(xs, ys);
      const { data, rows, columns } = model.predictProbability(xs);
      const predicted = model.predict(xs);
      for (let i = 0; i < rows; i++) {
        const row = data.slice(i * columns, (i + 1) * columns);
        expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        expect(row[predicted[i] as number]).toBe(Math.max(...row));
      }
      expect(predicted.filter((y, i) => y === ys[i]).length).toBeGreaterThan(22);
    }
  });

  it('gives the same probabilities whatever order the samples come in', () => {
    const order = createRng(1).permutation(30);
    const shuffled = logisticRegression(
      Array.from(order, (i) => xs[i] as number[]),
      Array.from(order, (i) => three[i] as number),
      { tolerance },
    );
    const plain = logisticRegression(xs, three, { tolerance });
    expect(shuffled.predictProbability(xs).data).toBeAllClose(plain.predictProbability(xs).data, { rtol: 1e-6 });
  });

  it('says that it did not converge when iterations run out', () => {
    const model = logisticRegression(xs, three, { maxIterations: 2 });
    expect(model).toMatchObject({ converged: false, iterations: 2 });
  });

  it('stops on an aborted signal', () => {
    expect(() => logisticRegression(xs, two, { signal: AbortSignal.abort(new Error('enough')) })).toThrow('enough');
  });

  it.each([
    ['classes that are no integers', [0, 0.5], {}, /integers from 0, got 0.5 at 1/],
    ['a single class', [0, 0], {}, /at least two classes/],
    ['a class without a sample', [0, 2], {}, /none of class 1/],
    ['too few classes', [0], {}, /each of 2 samples, got 1/],
    ['a negative penalty', [0, 1], { l2: -1 }, /l2 must be/],
    ['no iterations', [0, 1], { maxIterations: 0 }, /maxIterations must be/],
    ['a tolerance of 0', [0, 1], { tolerance: 0 }, /tolerance must be/],
  ])('refuses %s', (_, ys, options, message) => {
    const fit = () => logisticRegression([[1], [2]], ys, options);
    expect(fit).toThrow(ArgumentError);
    expect(fit).toThrow(message);
  });

  it('refuses samples with another number of features than it was fitted with', () => {
    expect(() => logisticRegression(xs, two).predict([[1, 2]])).toThrow(/3 features/);
  });
});
