import { cosSin, IDENTITY, type Matrix3, multiply, translation } from '../geometry/matrix3.ts';
import type { Size } from '../image/image.ts';
import type { AffineParameters, KerasVariant } from './affine-parameters.ts';

/**
 * The matrix that leads from places (row, column, 1) of the result to places of the source.
 *
 * @see keras_preprocessing 1.1.2 and keras.src.legacy.preprocessing.image, apply_affine_transform
 */
export function kerasMatrix(parameters: AffineParameters, { height, width }: Size, variant: KerasVariant): Matrix3 {
  const beyond = variant === 'keras-1.1.2' ? 0.5 : -0.5;
  const [row, column] = [height / 2 + beyond, width / 2 + beyond];
  const plain = turnShiftShearZoom(parameters, variant === 'corrected' ? cosSin : roundedCosSin);
  if (plain === IDENTITY) return IDENTITY;
  // Multiplied in the order of Keras: a rounding more or less decides on which side of an edge a place falls.
  const centred = multiply(multiply(translation(row, column), plain), translation(-row, -column));
  return variant === 'keras-2.9' ? swapAxes(centred) : centred;
}

function turnShiftShearZoom(
  { theta = 0, tx = 0, ty = 0, shear = 0, zx = 1, zy = 1 }: AffineParameters,
  cosSinOf: typeof cosSin,
): Matrix3 {
  const [c, s] = cosSinOf(theta);
  const [q, k] = cosSinOf(shear);
  const factors: Matrix3[] = [];
  if (theta !== 0) factors.push([c, -s, 0, s, c, 0, 0, 0, 1]);
  if (tx !== 0 || ty !== 0) factors.push(translation(tx, ty));
  if (shear !== 0) factors.push([1, -k, 0, 0, q, 0, 0, 0, 1]);
  if (zx !== 1 || zy !== 1) factors.push([zx, 0, 0, 0, zy, 0, 0, 0, 1]);
  return factors.length === 0 ? IDENTITY : factors.reduce(multiply);
}

/** NumPy's, by which the edge of a picture turned by a right angle can fall outside. */
function roundedCosSin(degrees: number): readonly [number, number] {
  const angle = degrees * (Math.PI / 180);
  return [Math.cos(angle), Math.sin(angle)];
}

/** Exchanges the roles of rows and columns. */
function swapAxes([a, b, c, d, e, f]: Matrix3): Matrix3 {
  return [e, d, f, b, a, c, 0, 0, 1];
}
