import type { DatasetAudit } from '@animals/data';
import type { Headline, Notice, Report } from '@animals/report';
import type { BaselineResult, StudyResults } from '../results.ts';
import { chanceOf } from './chance-of.ts';
import { article, featureName, sentenceList } from './words.ts';

/** The page's first screen: the question, the answer in one number, and what to be careful about. */
export function reportTop(results: StudyResults): Omit<Report, 'sections'> {
  const { animal, profile, seed, data, stages } = results;
  return {
    kicker: `@animals study · ${profile} profile`,
    title: `Is there ${article(animal)} in the picture?`,
    lead: lead(results),
    ...(stages.baseline.status === 'done' && { headline: headline(stages.baseline, chanceOf(results)) }),
    facts: [
      { label: 'Pictures', value: data.positives + data.negatives },
      { label: 'Data', value: data.source === 'real' ? 'photographs' : 'drawings' },
      { label: 'Fingerprint', value: data.fingerprint.replace('sha256:', '').slice(0, 12) },
      { label: 'Seed', value: String(seed) },
      { label: 'Backend', value: [results.backend.name, results.backend.kernels].filter(Boolean).join(', ') },
    ],
    notices: notices(results),
    footer: 'Made by npm run study. Every number on this page stands in results.json beside it.',
  };
}

function lead({ animal, data, stages: { baseline } }: StudyResults): string {
  const what = data.source === 'real' ? 'photographs' : 'drawn scenes';
  const question = `${data.positives} ${what} with ${article(animal)}, ${data.negatives} with another animal.`;
  if (baseline.status !== 'done') return question;
  const { folds, confusion } = baseline;
  const right = (confusion[0]?.[0] ?? 0) + (confusion[1]?.[1] ?? 0);
  const total = confusion.flat().reduce((a, b) => a + b, 0);
  return `${question} A small convolutional network, trained ${folds.length} times on the rest, was right about ${right} of ${total} pictures that it had never seen.`;
}

function headline({ accuracy, folds }: BaselineResult, chance: number): Headline {
  const [low, high] = accuracy.ci95;
  return {
    label: 'Accuracy on pictures never seen',
    value: accuracy.mean,
    low: Math.max(0, low),
    high: Math.min(1, high),
    format: 'percent',
    intervalLabel: `95% t interval over ${folds.length} folds, cut at 0 and 100%`,
    reference: { value: chance, label: 'always the larger class' },
  };
}

function notices({ data, profile, stages }: StudyResults): Notice[] {
  const found: Notice[] = [];
  if (stages.audit.status === 'done') {
    const leaks = stages.audit.verdicts.filter(({ severity, feature }) => severity === 'leak' && feature !== 'all');
    if (leaks.length > 0) found.push(leakNotice(leaks));
  }
  if (data.source === 'toy') {
    found.push({
      level: 'info',
      title: 'Drawings, not photographs.',
      text: 'No photographs were named, so this is the embedded toy set. Whole drawing sets are held out, so that no drawing is on both sides of a split. Name photographs with --data.',
    });
  }
  if (profile === 'quick') {
    found.push({
      level: 'info',
      title: 'A quick look.',
      text: "Small pictures, few epochs, few folds: good for seeing that all works. Numbers to compare with others' come from --profile standard.",
    });
  }
  if (data.skipped.length > 0) {
    const names = data.skipped.map(({ path, reason }) => `${path} (${reason})`).join('; ');
    found.push({ level: 'warning', title: `${data.skipped.length} files were left out`, text: names });
  }
  return found;
}

function leakNotice(leaks: readonly DatasetAudit['verdicts'][number][]): Notice {
  const percent = leaks.map(({ accuracy }) => Math.round(100 * accuracy));
  const [low, high] = [Math.min(...percent), Math.max(...percent)];
  const share = low === high ? `${low}%` : `${low} to ${high}%`;
  return {
    level: 'leak',
    title: 'The files give the answer away.',
    text: `${sentenceList(leaks.map(({ feature }) => featureName(feature)))} alone ${leaks.length === 1 ? 'tells' : 'each tell'} the class of ${share} of the pictures. A high accuracy may come from there, and not from the animal.`,
  };
}
