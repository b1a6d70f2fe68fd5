/** A smooth function: returns its value at a point and writes its gradient there into the second argument. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;
