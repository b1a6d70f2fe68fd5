import type { SkippedFile } from '@animals/core';
import type { Prediction } from '../predict/prediction.ts';
import { csvPrinter } from './csv-printer.ts';
import { jsonPrinter } from './json-printer.ts';
import type { OutputFormat } from './parse-predict-arguments.ts';
import { tablePrinter } from './table-printer.ts';

/** Prints predictions one after the other. */
export interface Printer {
  begin(): void;
  done(prediction: Prediction): void;
  failed(file: SkippedFile): void;
  end(): void;
}

/** What every printer is given. */
export interface PrinterOptions {
  /** Of all pictures to come. */
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly print: (text: string) => void;
}

const PRINTERS = {
  table: tablePrinter,
  json: jsonPrinter,
  csv: csvPrinter,
} as const satisfies Record<OutputFormat, (options: PrinterOptions) => Printer>;

/** Makes the printer of a format. */
export function createPrinter(format: OutputFormat, options: PrinterOptions): Printer {
  return PRINTERS[format](options);
}
