/** How far probabilities are kept from 0 and 1 before a logarithm: the fuzz factor of Keras. */
export const EPSILON = 1e-7;
