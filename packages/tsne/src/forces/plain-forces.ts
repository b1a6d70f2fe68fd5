import type { DenseAffinities, SparseAffinities } from '../affinities/affinities.ts';
import type { ForceProblem, Forces } from './forces.ts';
import { buildPlainTree, type PlainTree } from './plain-tree.ts';

type Results = Pick<Forces, 'positions' | 'attraction' | 'repulsion' | 'share'>;

/** The same forces as the kernels', in TypeScript: for engines without WebAssembly's vectors, and to test the kernels. */
export function plainForces(problem: ForceProblem): Forces {
  const { affinities, dims } = problem;
  const array = (length: number) => new Float32Array(length);
  const [positions, attraction, repulsion] = [0, 1, 2].map(() => array(affinities.rows * dims)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const results = { positions, attraction, repulsion, share: array(affinities.rows) };
  const fixedTree = problem.fixed && buildPlainTree(problem.fixed, dims);
  return {
    ...results,
    affinities,
    kernels: 'plain',
    threads: 1,
    compute() {
      const points = problem.fixed ?? positions;
      if (affinities.kind === 'dense') compareAll(problem, affinities, results);
      else {
        attract(problem, affinities, points, results);
        repel(problem, points, fixedTree ?? buildPlainTree(positions, dims), results);
      }
      return results.share.reduce((sum, value) => sum + value, 0);
    },
    dispose: () => {},
  };
}

/** Squared distance of two points. */
function distance2(a: Float32Array | Float64Array, i: number, b: Float32Array | Float64Array, j: number, dims: number) {
  let sum = 0;
  for (let d = 0; d < dims; d++) sum += ((a[i * dims + d] as number) - (b[j * dims + d] as number)) ** 2;
  return sum;
}

function attract(
  { dims, degreesOfFreedom }: ForceProblem,
  { rows, rowStart, columns, values }: SparseAffinities,
  points: Float32Array,
  { positions, attraction }: Results,
): void {
  const force = new Float64Array(dims);
  for (let i = 0; i < rows; i++) {
    force.fill(0);
    for (let e = rowStart[i] as number; e < (rowStart[i + 1] as number); e++) {
      const j = columns[e] as number;
      const pull = (values[e] as number) / (1 + distance2(positions, i, points, j, dims) / degreesOfFreedom);
      for (let d = 0; d < dims; d++) {
        force[d] =
          (force[d] as number) + pull * ((positions[i * dims + d] as number) - (points[j * dims + d] as number));
      }
    }
    attraction.set(force, i * dims);
  }
}

/** Sums one point's repulsion from places of some mass. */
function createSum({ dims, degreesOfFreedom }: ForceProblem, positions: Float32Array) {
  const exponent = (degreesOfFreedom + 1) / 2;
  const force = new Float64Array(dims);
  let share = 0;
  return {
    reset(self: number) {
      force.fill(0);
      share = -self;
    },
    add(i: number, places: Float32Array | Float64Array, j: number, mass: number) {
      const ratio = 1 / (1 + distance2(positions, i, places, j, dims) / degreesOfFreedom);
      const weight = mass * (exponent === 1 ? ratio : ratio ** exponent);
      share += weight;
      for (let d = 0; d < dims; d++) {
        const step = (positions[i * dims + d] as number) - (places[j * dims + d] as number);
        force[d] = (force[d] as number) + weight * ratio * step;
      }
    },
    write(i: number, results: Results) {
      results.repulsion.set(force, i * dims);
      results.share[i] = share;
    },
  };
}

function repel(problem: ForceProblem, points: Float32Array, tree: PlainTree, results: Results): void {
  const { dims, theta, affinities } = problem;
  const sum = createSum(problem, results.positions);
  const stack: number[] = [];
  for (let i = 0; i < affinities.rows; i++) {
    sum.reset(problem.fixed ? 0 : 1);
    stack.push(0);
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      const reach = theta * theta * distance2(results.positions, i, tree.centre, node, dims);
      if ((tree.side[node] as number) ** 2 < reach) sum.add(i, tree.centre, node, tree.mass[node] as number);
      else if (tree.child[node] !== 0) pushChildren(stack, tree, node);
      else {
        const first = tree.first[node] as number;
        for (let e = first; e < first + (tree.mass[node] as number); e++)
          sum.add(i, points, tree.order[e] as number, 1);
      }
    }
    sum.write(i, results);
  }
}

function pushChildren(stack: number[], { child, mass }: PlainTree, node: number): void {
  let left = mass[node] as number;
  for (let c = child[node] as number; left > 0; c++) {
    stack.push(c);
    left -= mass[c] as number;
  }
}

function compareAll(problem: ForceProblem, { rows, stride, values }: DenseAffinities, results: Results): void {
  const { dims, degreesOfFreedom } = problem;
  const { positions, attraction } = results;
  const sum = createSum(problem, positions);
  const pull = new Float64Array(dims);
  for (let i = 0; i < rows; i++) {
    sum.reset(1);
    pull.fill(0);
    for (let j = 0; j < rows; j++) {
      sum.add(i, positions, j, 1);
      const weight =
        (values[i * stride + j] as number) / (1 + distance2(positions, i, positions, j, dims) / degreesOfFreedom);
      for (let d = 0; d < dims; d++) {
        const step = (positions[i * dims + d] as number) - (positions[j * dims + d] as number);
        pull[d] = (pull[d] as number) + weight * step;
      }
    }
    sum.write(i, results);
    attraction.set(pull, i * dims);
  }
}
