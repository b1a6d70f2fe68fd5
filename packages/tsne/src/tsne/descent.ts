import { createForces, type ForceOptions } from '../forces/create-forces.ts';
import type { Forces } from '../forces/forces.ts';
import { klDivergence } from './kl-divergence.ts';
import { PRESETS, type Preset } from './presets.ts';
import { type Motion, type StepNorms, type StepRules, takeStep } from './take-step.ts';
import type { Phase } from './tsne-settings.ts';
import { copyAffinities, type Ending, type TsneState } from './tsne-state.ts';

/** What an iteration did. */
export interface TsneStep {
  /** How many iterations are done. */
  readonly iteration: number;
  readonly phase: Phase['name'];
  readonly exaggeration: number;
  /** Divergence before the step, of the affinities without exaggeration; every 50 iterations and at the last. */
  readonly kl?: number;
  /** Length of the gradient over all coordinates, on the preset's scale. */
  readonly gradientNorm: number;
  /** Why this was the last step, if it was. */
  readonly ended?: Ending;
}

/** A gradient descent under way. Its state after any step is all that the next one depends on. */
export interface Descent {
  readonly forces: Forces;
  readonly iteration: number;
  readonly ended: Ending | null;
  /** @throws Error if the descent is over. */
  step(): TsneStep;
  /** Divergence of the embedding as it is. */
  kl(): number;
  state(): TsneState;
}

const CHECK_EVERY = 50;

/** Goes on from a state. */
export async function createDescent(state: TsneState, options: ForceOptions): Promise<Descent> {
  const { settings, affinities } = state;
  const { dims, degreesOfFreedom, theta } = settings;
  const forces = await createForces({ affinities, dims, degreesOfFreedom, theta }, options);
  forces.positions.set(state.positions);
  return new GradientDescent(state, forces);
}

class GradientDescent implements Descent {
  readonly forces: Forces;
  readonly #settings: TsneState['settings'];
  readonly #preset: Preset;
  readonly #motion: Motion;
  #place: Pick<TsneState, 'iteration' | 'phase' | 'ended' | 'best'>;

  constructor({ settings, iteration, phase, ended, best, velocity, gains }: TsneState, forces: Forces) {
    this.forces = forces;
    this.#settings = settings;
    this.#preset = PRESETS[settings.preset];
    this.#motion = { velocity: velocity.slice(), gains: gains.slice() };
    this.#place = { iteration, phase, ended, best };
  }

  get iteration(): number {
    return this.#place.iteration;
  }

  get ended(): Ending | null {
    return this.#place.ended;
  }

  step(): TsneStep {
    if (this.ended) throw new Error(`the descent has ended (${this.ended}); look at \`ended\` before another step`);
    const phase = this.#settings.phases[this.#place.phase] as Phase;
    const iteration = this.iteration + 1;
    const z = this.forces.compute();
    const check = iteration % CHECK_EVERY === 0;
    // Before the points move: the divergence of the positions whose forces these are.
    const kl = check || iteration === this.#settings.phases.at(-1)?.end ? this.#klAt(z) : undefined;
    const norms = takeStep(this.forces, this.#motion, z, this.#rules(phase));
    const stop = check && kl !== undefined ? this.#stops(kl, norms, phase) : null;
    this.#place = { ...this.#place, iteration };
    if (stop || iteration === phase.end) this.#endPhase(stop ?? 'iterations');
    return {
      iteration,
      phase: phase.name,
      exaggeration: phase.exaggeration,
      gradientNorm: norms.gradient,
      ...(kl !== undefined && { kl }),
      ...(this.ended !== null && { ended: this.ended }),
    };
  }

  kl(): number {
    return this.#klAt(this.forces.compute());
  }

  state(): TsneState {
    const { positions, affinities } = this.forces;
    const { velocity, gains } = this.#motion;
    const arrays = { positions: positions.slice(), velocity: velocity.slice(), gains: gains.slice() };
    return { version: 1, settings: this.#settings, ...this.#place, ...arrays, affinities: copyAffinities(affinities) };
  }

  #klAt(z: number): number {
    const { positions, affinities } = this.forces;
    const { dims, degreesOfFreedom } = this.#settings;
    return klDivergence(affinities, { positions, dims, degreesOfFreedom, z });
  }

  #rules({ exaggeration, momentum, learningRate }: Phase): StepRules {
    const { dims, degreesOfFreedom } = this.#settings;
    const scale = this.#preset.scaledGradient ? (2 * (degreesOfFreedom + 1)) / degreesOfFreedom : 1;
    return { ...this.#preset, dims, exaggeration, momentum, learningRate, scale };
  }

  /** Why the preset's rule ends the phase here, if it does. */
  #stops(kl: number, { gained }: StepNorms, { name }: Phase): Ending | null {
    const { stop } = this.#preset;
    if (!stop) return null;
    const { best, iteration } = this.#place;
    if (kl < best.kl) this.#place = { ...this.#place, best: { kl, iteration } };
    else if (iteration - best.iteration > stop.patience[name === 'early' ? 0 : 1]) return 'no progress';
    return gained <= stop.gradientNorm ? 'flat' : null;
  }

  /** Goes on to the next phase, which starts its own count of progress; after the last, the descent is over. */
  #endPhase(why: Ending): void {
    const { iteration, phase } = this.#place;
    if (phase + 1 === this.#settings.phases.length) {
      this.#place = { ...this.#place, ended: why };
      return;
    }
    this.#place = { ...this.#place, phase: phase + 1, best: { kl: Number.MAX_VALUE, iteration } };
    if (!this.#preset.resets) return;
    this.#motion.velocity.fill(0);
    this.#motion.gains.fill(1);
  }
}
