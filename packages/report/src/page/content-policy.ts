import { createHash } from 'node:crypto';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** A policy under which a page may show its own pictures, this one style sheet and this one script, and ask nobody. */
export function contentPolicy(style: string, script = ''): string {
  const run = script === '' ? '' : ` script-src ${hashOf(script)};`;
  return `default-src 'none'; img-src data:; style-src ${hashOf(style)};${run} base-uri 'none'; form-action 'none'`;
}
