import type { Printer, PrinterOptions } from './create-printer.ts';

/** Comma-separated values for spreadsheets, as RFC 4180 has them. Failed files stand on stderr. */
export function csvPrinter({ classes, print }: PrinterOptions): Printer {
  const row = (cells: readonly (string | number)[]) => print(`${cells.map(quoted).join(',')}\n`);
  return {
    begin: () => row(['path', 'label', 'probability', ...classes]),
    done: ({ id, label, probability, probabilities }) => row([id, label, probability, ...probabilities]),
    failed: () => undefined,
    end: () => undefined,
  };
}

function quoted(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
