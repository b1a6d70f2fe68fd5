import type { Printer, PrinterOptions } from './create-printer.ts';

/** One JSON list for programs, an item a line, failed files among them. */
export function jsonPrinter({ classes, print }: PrinterOptions): Printer {
  let items = 0;
  const item = (value: object) => print(`${items++ === 0 ? '' : ',\n'}${JSON.stringify(value)}`);
  return {
    begin: () => print('[\n'),
    done: ({ id, label, probability, probabilities }) => {
      const byClass = Object.fromEntries(classes.map((name, i) => [name, probabilities[i]]));
      item({ path: id, label, probability, probabilities: byClass });
    },
    failed: ({ path, reason }) => item({ path, error: reason }),
    end: () => print(items === 0 ? ']\n' : '\n]\n'),
  };
}
