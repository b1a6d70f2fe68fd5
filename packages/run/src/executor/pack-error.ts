import { ArgumentError, DataError, LeakError } from '@animals/core';

/** An error as plain data: structured cloning alone would keep neither its class nor its properties. */
export interface PackedError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly parameter?: string;
  readonly path?: string;
  readonly reason?: string;
  readonly cause?: PackedError;
}

const MOST_CAUSES = 5;

/** Makes plain data of whatever was thrown. */
export function packError(thrown: unknown, depth = 0): PackedError {
  if (!(thrown instanceof Error)) return { name: 'Error', message: `a value was thrown: ${show(thrown)}` };
  const { name, message, stack, cause } = thrown;
  return {
    name,
    message,
    ...(stack !== undefined && { stack }),
    ...('code' in thrown && typeof thrown.code === 'string' && { code: thrown.code }),
    ...(ArgumentError.isInstance(thrown) && { parameter: thrown.parameter }),
    ...(DataError.isInstance(thrown) && { path: thrown.path, reason: thrown.reason }),
    ...(cause !== undefined && depth < MOST_CAUSES && { cause: packError(cause, depth + 1) }),
  };
}

function show(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}

/** Makes the error again: of the same class if it is one of ours, else an Error of the same name. */
export function unpackError(packed: PackedError): Error {
  const options = packed.cause === undefined ? {} : { cause: unpackError(packed.cause) };
  const error = build(packed, options);
  if (packed.stack !== undefined) error.stack = packed.stack;
  if (packed.code !== undefined) Object.assign(error, { code: packed.code });
  return error;
}

function build({ name, message, parameter, path, reason }: PackedError, options: ErrorOptions): Error {
  if (parameter !== undefined) return new ArgumentError(parameter, message, options);
  if (path !== undefined && reason !== undefined) return new DataError(path, reason, options);
  if (name === 'LeakError') return new LeakError(message, options);
  return Object.defineProperty(new Error(message, options), 'name', { value: name, configurable: true });
}
