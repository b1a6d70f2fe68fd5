import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('../src/viewer/client/main.ts', import.meta.url));

/** The module that holds the viewer's script as text: src/viewer/client, bundled, in ASCII. */
export async function bundleClient(): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [entry], bundle: true, minify: true, write: false },
    ...{ format: 'iife', target: 'es2022', charset: 'ascii', legalComments: 'none' },
  });
  const [{ text } = { text: '' }] = outputFiles;
  return [
    '// Made from src/viewer/client by `npm run client`.',
    '/** The script of the embedding viewer. It is a constant, so that a page can name its hash. */',
    'export const clientScript =',
    '  // biome-ignore lint/suspicious/noTemplateCurlyInString: the braces are those of the script',
    `  ${quote(text.trim())};`,
    '',
  ].join('\n');
}

/** As a string in the quotes that need fewer escapes, as the formatter has it. */
function quote(text: string): string {
  const plain = JSON.stringify(text);
  const [single, double] = [text.split("'").length, text.split('"').length];
  if (double <= single) return plain;
  return `'${plain.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
