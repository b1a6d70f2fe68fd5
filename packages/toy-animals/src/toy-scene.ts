/** The animals that can be the positive class. */
export type ToyAnimal = 'elephant' | 'tiger' | 'fox';

/** What is done to the pixels of a drawn scene. */
export interface PostProcessing {
  /** Factor on every channel. */
  readonly exposure: number;
  /** Factor on red, and divisor of blue. */
  readonly warmth: number;
  /** Standard deviation of the blur, in units of 1/124 of the picture's width. */
  readonly blur: number;
  /** About the standard deviation of the sensor's noise, in grey levels of 255. */
  readonly noise: number;
  /** Seed of the noise. */
  readonly seed: number;
}

/** One picture to be, as plain data: the drawing, and what the camera does to it. */
export interface ToyScene {
  /** `<label>/<group>-<number>`, for instance `fox/noto-0007`. */
  readonly id: string;
  /** Name of the class, which is the name of its folder: `fox` or `Fox_negative_class`. */
  readonly label: string;
  /** The drawing set; hold out whole groups to learn how well a model knows the animal and not the drawing. */
  readonly group: string;
  /** The animal in the picture. */
  readonly species: string;
  /** Which part of it the drawing shows. */
  readonly view: 'head' | 'body';
  /** Name of the landscape. */
  readonly background: string;
  readonly svg: string;
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  readonly post: PostProcessing;
}
