import type { Block, Section, Value } from '@animals/report';
import type { StudyResults } from '../results.ts';

/** What is needed to get the same numbers again. */
export function setupSection({ settings, versions, data, backend, profile, seed, ...results }: StudyResults): Section {
  return {
    title: 'To get these numbers again',
    lead: 'Same data, settings, versions and backend give the same results.json, byte for byte.',
    blocks: [
      {
        type: 'code',
        text: `npm run study -- ${task(results.animal, settings.own === true, data.source)} --profile ${profile} --seed ${seed}`,
      },
      ...modelBlocks(results.stages),
      { type: 'settings', title: 'Settings', settings: flatten(settings) },
      {
        type: 'settings',
        title: 'Versions',
        settings: { ...versions, backend: backend.name, kernels: backend.kernels },
      },
      { type: 'settings', title: 'Data', settings: { fingerprint: data.fingerprint } },
    ],
  };
}

/** How to put the kept model to use. */
function modelBlocks({ baseline }: StudyResults['stages']): Block[] {
  if (baseline.status !== 'done') return [];
  return [
    {
      type: 'text',
      text: 'The network trained on every picture is kept beside this page, and looks at other pictures by:',
    },
    { type: 'code', text: `npx @animals/train predict ${baseline.model} <pictures or folders>` },
  ];
}

function task(name: string, own: boolean, source: 'real' | 'toy'): string {
  if (own) return '--positive <folder> --negative <folder>';
  return source === 'real' ? `${name} --data <folder>` : name;
}

function flatten(settings: Readonly<Record<string, unknown>>, prefix = ''): Record<string, Value> {
  return Object.assign(
    {},
    ...Object.entries(settings).map(([key, value]) => {
      if (Array.isArray(value)) return { [prefix + key]: value.join(', ') };
      if (typeof value === 'object' && value !== null)
        return flatten(value as Record<string, unknown>, `${prefix}${key}.`);
      return { [prefix + key]: value as Value };
    }),
  );
}
