/** What a bundle's model says of one picture. */
export interface Prediction {
  /** The picture's path, name or id. */
  readonly id: string;
  /** Name of the class. */
  readonly label: string;
  /** Its index. */
  readonly classIndex: number;
  /** Of that class, in [0, 1]. */
  readonly probability: number;
  /** Of every class, in label order. */
  readonly probabilities: readonly number[];
}
