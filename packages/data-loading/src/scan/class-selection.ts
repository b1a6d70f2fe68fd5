import { ArgumentError } from '@animals/core';

/** Two folders that are the two classes of one task; `positive` gets label 1. */
export interface BinaryClasses {
  readonly positive: string;
  readonly negative: string;
  readonly classes?: never;
}

/** One class a folder, labelled in the order given; every sub-folder in code-point order when left out. */
export interface FolderClasses {
  readonly classes?: readonly string[];
  readonly positive?: never;
  readonly negative?: never;
}

export type ClassSelection = BinaryClasses | FolderClasses;

/** More would not fit an ImageSet's labels. */
export const MAX_CLASSES = 256;

/**
 * Gives the class folders that were asked for, in label order and Unicode form NFC, or undefined for every sub-folder.
 *
 * @throws ArgumentError if half a pair is given, a pair and a list, or names that are not distinct folders.
 */
export function selectedClasses({ positive, negative, classes }: ClassSelection): readonly string[] | undefined {
  if (positive === undefined && negative === undefined) {
    if (classes === undefined) return undefined;
    if (!Array.isArray(classes) || classes.length < 2) {
      throw new ArgumentError('classes', `classes must name at least 2 folders, got ${JSON.stringify(classes)}`);
    }
    return checkNames(classes, 'classes').map((name) => name.normalize('NFC'));
  }
  if (classes !== undefined) {
    throw new ArgumentError('classes', 'classes must not be given beside positive and negative; give one or the other');
  }
  const pair = [checkGiven('negative', negative), checkGiven('positive', positive)];
  return checkNames(pair, 'positive').map((name) => name.normalize('NFC'));
}

function checkGiven(parameter: string, name: string | undefined): string {
  if (name !== undefined) return name;
  throw new ArgumentError(parameter, `${parameter} must be a folder name, as its counterpart is given, got undefined`);
}

function checkNames(names: readonly string[], parameter: string): readonly string[] {
  for (const name of names) checkName(name, parameter);
  const clash = names.find((name, i) => names.some((other, j) => i !== j && `${name}/`.startsWith(`${other}/`)));
  if (clash === undefined) return names;
  throw new ArgumentError(parameter, `${parameter} must name folders apart from each other, got ${quote(names)}`);
}

/** Only plain relative paths: nothing that leaves the root, or names one folder in two ways. */
function checkName(name: string, parameter: string): void {
  const steps = typeof name === 'string' ? name.split('/') : [];
  if (steps.length > 0 && steps.every((step) => step !== '' && step !== '.' && step !== '..' && !step.includes('\\'))) {
    return;
  }
  throw new ArgumentError(
    parameter,
    `${parameter} must name folders below the root, with / between them, got ${JSON.stringify(name)}`,
  );
}

function quote(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}
