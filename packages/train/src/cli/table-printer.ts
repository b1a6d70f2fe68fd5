import type { Printer, PrinterOptions } from './create-printer.ts';
import { escapeControls } from './escape-controls.ts';

/** Aligned columns for people. Failed files stand on stderr. */
export function tablePrinter({ ids, classes, print }: PrinterOptions): Printer {
  const width = (heading: string, cells: readonly string[]) =>
    cells.reduce((most, cell) => Math.max(most, escapeControls(cell).length), heading.length);
  const [first, second] = [width('path', ids), width('label', classes)];
  const row = (path: string, label: string, probability: string) =>
    print(`${escapeControls(path).padEnd(first)}  ${escapeControls(label).padEnd(second)}  ${probability}\n`);
  return {
    begin: () => row('path', 'label', 'probability'),
    done: ({ id, label, probability }) => row(id, label, probability.toFixed(4)),
    failed: () => undefined,
    end: () => undefined,
  };
}
