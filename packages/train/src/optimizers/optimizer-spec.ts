/** Adam, by Kingma and Ba, 2014. */
export interface AdamSpec {
  readonly name: 'adam';
  /** Default 0.001. */
  readonly learningRate?: number;
  /** Default 0.9. */
  readonly beta1?: number;
  /** Default 0.999. */
  readonly beta2?: number;
  /** Default 1e-7. */
  readonly epsilon?: number;
}

/** Stochastic gradient descent, with or without momentum. */
export interface SgdSpec {
  readonly name: 'sgd';
  /** Default 0.01. */
  readonly learningRate?: number;
  /** Default 0: none. */
  readonly momentum?: number;
  /** Looks ahead; only with momentum. */
  readonly nesterov?: boolean;
}

/** RMSProp, by Hinton, 2012. */
export interface RmspropSpec {
  readonly name: 'rmsprop';
  /** Default 0.001. */
  readonly learningRate?: number;
  /** Default 0.9. */
  readonly rho?: number;
  /** Default 0: none. */
  readonly momentum?: number;
  /** Default 1e-7. */
  readonly epsilon?: number;
}

/** An optimizer as plain data. */
export type OptimizerSpec = AdamSpec | SgdSpec | RmspropSpec;

/** An optimizer with all its defaults. */
export type OptimizerName = OptimizerSpec['name'];
