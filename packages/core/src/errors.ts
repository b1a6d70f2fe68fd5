const marker = (name: string) => Symbol.for(`@animals/error/${name}`);

/** Whether a value carries the mark, so that two copies of a package agree on what it is. */
function isMarked(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && marker(name) in value;
}

/** An argument that breaks a rule of the function it was given to. The message names parameter, rule, value and remedy. */
export class ArgumentError extends RangeError {
  override readonly name = 'ArgumentError';
  /** Name of the offending parameter. */
  readonly parameter: string;

  constructor(parameter: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.parameter = parameter;
    Object.defineProperty(this, marker('ArgumentError'), { value: true });
  }

  /** True for an ArgumentError of any copy of this package. */
  static isInstance(value: unknown): value is ArgumentError {
    return isMarked(value, 'ArgumentError');
  }
}

/** A file or record that cannot be used. */
export class DataError extends Error {
  override readonly name = 'DataError';
  /** The file or record, as the user named it. */
  readonly path: string;
  /** What is wrong with it, in one clause. */
  readonly reason: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`${path}: ${reason}`, options);
    this.path = path;
    this.reason = reason;
    Object.defineProperty(this, marker('DataError'), { value: true });
  }

  /** True for a DataError of any copy of this package. */
  static isInstance(value: unknown): value is DataError {
    return isMarked(value, 'DataError');
  }
}

/** A split that puts what belongs together on both sides. */
export class LeakError extends Error {
  override readonly name = 'LeakError';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    Object.defineProperty(this, marker('LeakError'), { value: true });
  }

  /** True for a LeakError of any copy of this package. */
  static isInstance(value: unknown): value is LeakError {
    return isMarked(value, 'LeakError');
  }
}
