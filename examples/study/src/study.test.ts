import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readJournal } from '@animals/run';
import { writeToyAnimals } from '@animals/toy-animals';
import { loadBundle, predict } from '@animals/train';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realData } from '../../../tools/src/testing/index.ts';
import type { StudyResults } from './results.ts';
import { runStudyProcess, startStudy } from './testing/study-process.ts';

let cwd: string;
let pictures: string;

/** A small task: 24 pictures a class, enough for three folds. */
beforeAll(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'animals-study-'));
  pictures = (await writeToyAnimals(path.join(cwd, 'set'), { animal: 'fox', positives: 24, negatives: 24, size: 64 }))
    .root;
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const read = (out: string, file = 'results.json') => readFileSync(path.join(cwd, out, file), 'utf8');
const results = (out: string) => JSON.parse(read(out)) as StudyResults;
const study = (...args: string[]) => runStudyProcess(args, { cwd });

/** A copy of the pictures that a test may spoil. */
function copyOfPictures(name: string): string {
  const copy = path.join(cwd, name);
  cpSync(pictures, copy, { recursive: true });
  return copy;
}

function firstPicture(root: string, folder = 'fox'): string {
  return path.join(
    root,
    folder,
    readdirSync(path.join(root, folder))
      .filter((f) => f.endsWith('.png'))
      .sort()[0] as string,
  );
}

describe('study', () => {
  it('writes results, a journal, figures and a report', async () => {
    const { code, stdout, stderr } = await study('fox', '--data', pictures, '--out', 'plain', '--workers', '2');
    expect(stderr).not.toContain('rror');
    expect(code).toBe(0);
    expect(stdout).toContain(path.join('plain', 'report.html'));
    const { stages, data, backend } = results('plain');
    expect(data).toMatchObject({ source: 'real', positives: 24, negatives: 24 });
    expect(backend.name).toBe('wasm');
    if (stages.baseline.status !== 'done') throw new Error(JSON.stringify(stages.baseline));
    expect(stages.baseline.folds).toHaveLength(3);
    expect(stages.baseline.outOfFold).toHaveLength(48);
    for (const { history } of stages.baseline.folds) {
      expect(history).toHaveLength(12);
      expect(history.at(-1)?.loss).toBeLessThan(history[0]?.loss ?? 0);
    }
    expect(stages.audit.status).toBe('done');
    if (stages.look.status !== 'done') throw new Error(JSON.stringify(stages.look));
    expect(stages.look.tsne.quality.trustworthiness).toBeGreaterThan(stages.look.tsne.random.trustworthiness);
    expect(stages.transfer).toMatchObject({ status: 'done' });
    if (stages.augment.status !== 'done') throw new Error(JSON.stringify(stages.augment));
    expect(stages.augment.rows).toMatchObject([{ copies: 2, pictures: 144 }]);
    expect(stages.augment.nearestNeighbour.leaky).toBeGreaterThan(stages.augment.nearestNeighbour.honest);
    expect(stages.conclude.status).toBe('done');
    expect(readdirSync(path.join(cwd, 'plain')).sort()).toEqual([
      'figures',
      'journal.jsonl',
      'models',
      'report.html',
      'results.json',
      'run.json',
    ]);
    const bundle = await loadBundle(path.join(cwd, 'plain', stages.baseline.model));
    const kept: string[] = [];
    for await (const { label } of predict(bundle, path.join(pictures, 'fox'))) kept.push(label);
    bundle.model.dispose();
    expect(kept.filter((label) => label === 'fox').length).toBeGreaterThan(20);
    expect(read('plain')).not.toContain(cwd);
    expect(read('plain', 'report.html')).not.toContain(cwd);
  }, 180_000);

  it('gives the same bytes with one worker and with three, and others with another seed', async () => {
    await study('fox', '--data', pictures, '--out', 'one', '--workers', '1', '--stages', 'baseline');
    await study('fox', '--data', pictures, '--out', 'three', '--workers', '3', '--stages', 'baseline');
    await study('fox', '--data', pictures, '--out', 'seed', '--seed', '1', '--stages', 'baseline');
    expect(read('one')).toBe(read('three'));
    expect(read('seed')).not.toBe(read('one'));
  }, 180_000);

  it('goes on after kill -9 in mid-fold and ends with the same bytes', async () => {
    const args = ['fox', '--data', pictures, '--out', 'killed', '--workers', '1', '--stages', 'baseline'];
    const { child, exit } = startStudy(args, { cwd });
    const journal = path.join(cwd, 'killed', 'journal.jsonl');
    while (!existsSync(journal) || !readFileSync(journal, 'utf8').includes('baseline/fold')) await setTimeout(20);
    child.kill('SIGKILL');
    await exit;
    expect(existsSync(path.join(cwd, 'killed', 'results.json'))).toBe(false);
    expect((await study(...args)).stderr).toContain('--resume');
    expect((await study(...args, '--resume')).code).toBe(0);
    expect(read('killed')).toBe(read('one'));
  }, 180_000);

  it('ends within two seconds of Ctrl-C, and can be resumed', async () => {
    const args = ['fox', '--data', pictures, '--out', 'stopped', '--workers', '2', '--stages', 'baseline'];
    const { child, exit } = startStudy(args, { cwd });
    while (!existsSync(path.join(cwd, 'stopped', 'journal.jsonl'))) await setTimeout(20);
    await setTimeout(1500);
    const start = performance.now();
    child.kill('SIGINT');
    const { code, stderr } = await exit;
    expect(performance.now() - start).toBeLessThan(2000);
    expect(code).toBe(130);
    expect(stderr).toContain('--resume');
    expect((await study(...args, '--resume')).code).toBe(0);
    expect(read('stopped')).toBe(read('one'));
  }, 180_000);

  it('refuses to resume with other settings or data, naming the difference', async () => {
    const resume = (...args: string[]) => study('fox', '--out', 'plain', '--resume', '--data', pictures, ...args);
    const seed = await resume('--seed', '7');
    expect(seed.code).toBe(2);
    expect(seed.stderr).toContain('settings.seed was 0 and is 7');
    const other = copyOfPictures('other-data');
    rmSync(firstPicture(other));
    const data = await study('fox', '--out', 'plain', '--resume', '--data', other);
    expect(data.code).toBe(2);
    expect(data.stderr).toContain('data was "sha256:');
  }, 60_000);
});

describe("the user's own folders", () => {
  it('are a study of their own, from the audit to the conclusion', async () => {
    const folders = ['--positive', path.join(pictures, 'fox'), '--negative', path.join(pictures, 'Fox_negative_class')];
    const { code, stdout } = await study(...folders, '--out', 'own', '--stages', 'audit,conclude', '--json');
    expect(code).toBe(0);
    const { animal, data, stages } = JSON.parse(stdout) as StudyResults;
    expect(animal).toBe('fox');
    expect(data).toMatchObject({ source: 'real', positives: 24, negatives: 24 });
    expect(stages.baseline).toMatchObject({ status: 'done' });
    expect(stages.conclude).toMatchObject({ status: 'done', chance: 0.5, original: [] });
    expect(read('own')).not.toContain(cwd);
    expect(read('own', 'report.html')).toContain('--positive &lt;folder&gt; --negative &lt;folder&gt;');
  }, 180_000);
});

describe('bad input', () => {
  /** Every refusal is one line on standard error, and exit status 2. */
  async function refusal(...args: string[]): Promise<string> {
    const { code, stderr, stdout } = await study('--quiet', ...args);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
    return stderr;
  }

  it('names a missing folder', async () => {
    expect(await refusal('--data', 'nowhere')).toMatch(/nowhere: there is no such folder \(named by --data/);
  });

  it('names an empty class, and a class of one', async () => {
    const root = copyOfPictures('empty-class');
    rmSync(path.join(root, 'fox'), { recursive: true });
    mkdirSync(path.join(root, 'fox'));
    expect(await refusal('--data', root, '--out', 'e1')).toContain('fox: holds no pictures');
    cpSync(firstPicture(pictures), path.join(root, 'fox', 'one.png'));
    expect(await refusal('--data', root, '--out', 'e2')).toMatch(/fox.* 1 picture/);
  });

  it.each([
    ['a text file named .jpg', (root: string) => writeFileSync(path.join(root, 'fox', 'a.jpg'), 'hello'), 'a.jpg'],
    ['a 0-byte file', (root: string) => writeFileSync(path.join(root, 'fox', 'b.jpg'), ''), 'b.jpg'],
    ['a cut-off picture', (root: string) => truncateSync(firstPicture(root), 500), '.png'],
    [
      'a header of 30,000 x 30,000',
      (root: string) => writeFileSync(path.join(root, 'fox', 'c.png'), hugePng()),
      'c.png',
    ],
  ])('names %s', async (name, spoil, file) => {
    const root = copyOfPictures(`spoilt ${name.replace(/\W+/g, '-')}`);
    spoil(root);
    const message = await refusal('--data', root, '--out', name.replace(/\W+/g, '-'));
    expect(message).toContain(file);
  });

  it('skips bad files when it is told to, and says which', async () => {
    const root = copyOfPictures('skipping');
    writeFileSync(path.join(root, 'fox', 'a.jpg'), 'hello');
    const { code } = await study('--data', root, '--out', 'skipping-out', '--on-bad-file', 'skip', '--stages', 'audit');
    expect(code).toBe(0);
    expect(results('skipping-out').data.skipped).toMatchObject([{ path: 'fox/a.jpg' }]);
  });

  it.skipIf(process.getuid?.() !== 0)('names an unreadable folder, as a user who is not root', async () => {
    const root = copyOfPictures('locked');
    chmodSync(path.join(root, 'fox'), 0o000);
    chmodSync(cwd, 0o777);
    const { scanFolder } = await import('@animals/data');
    process.seteuid?.(65534);
    try {
      await expect(scanFolder(root, { positive: 'fox', negative: 'Fox_negative_class' })).rejects.toThrow(
        /fox.*(EACCES|permission|read)/,
      );
    } finally {
      process.seteuid?.(0);
    }
  });

  it('names folds that are too many', async () => {
    expect(await refusal('--data', pictures, '--folds', '25', '--out', 'f')).toContain(
      '--folds must be at most the smaller class, 24',
    );
  });

  it.each([['--stages', 'bake'], ['wolf'], ['--backend', 'abacus'], ['--workers', '-3']])(
    'names %s %s',
    async (...args) => {
      expect(await refusal(...args.filter(Boolean))).toContain(args.at(-1) ?? '');
    },
  );

  it('refuses an --out that holds results', async () => {
    expect(await refusal('--data', pictures, '--out', 'plain')).toMatch(/--resume .*--force/);
  });
});

describe('a full disk', () => {
  const full = () => path.join(cwd, 'full');

  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'ends with one line, exit 1 and a whole journal',
    async () => {
      mkdirSync(full());
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', full()]);
      try {
        const { code, stderr } = await study('--quiet', '--data', pictures, '--out', path.join('full', 'out'));
        expect(stderr).toMatch(/^.*no space left.*--resume\n$/);
        expect(code).toBe(1);
        const entries: unknown[] = [];
        for await (const entry of readJournal(path.join(full(), 'out', 'journal.jsonl'))) entries.push(entry);
        expect(entries.slice(0, 2)).toMatchObject([{ type: 'header' }, { type: 'result', key: 'stage/audit' }]);
        expect(JSON.stringify(entries)).not.toContain('stage/baseline');
      } finally {
        execFileSync('umount', [full()]);
      }
    },
  );
});

describe('with photographs', () => {
  it.skipIf(!realData)(
    'finds what the fox set gives away, and nothing such in elephant and tiger',
    async () => {
      for (const animal of ['fox', 'elephant', 'tiger']) {
        await study(animal, '--data', realData as string, '--stages', 'audit', '--out', `real-${animal}`);
      }
      const audit = (animal: string) => {
        const { audit: found } = results(`real-${animal}`).stages;
        if (found.status !== 'done') throw new Error(JSON.stringify(found));
        return found;
      };
      const metadata = (animal: string) => audit(animal).metadataAccuracy;
      expect(metadata('fox')).toMatchObject({ size: 1, exif: 1, jpegTables: 1 });
      expect(audit('fox').shared).toEqual({ contents: 66, files: 136, acrossOneTask: 0 });
      expect(audit('tiger').duplicates).toMatchObject({ exact: 0, near: 1 });
      expect(metadata('elephant').size).toBeLessThan(0.6);
      expect(metadata('tiger').size).toBeLessThan(0.6);
    },
    60_000,
  );
});

/** A PNG signature and an IHDR chunk that promises 900 million pixels. */
function hugePng(): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, 30_000);
  view.setUint32(20, 30_000);
  bytes.set([8, 2, 0, 0, 0], 24);
  return bytes;
}
