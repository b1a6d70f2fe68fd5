import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadImages } from '../node/load-images.ts';
import { readFrom } from '../scan/read-from.ts';
import { scanFiles } from '../scan/scan-files.ts';
import { picture } from '../testing/pictures.ts';
import { DECODER_VERSION } from './decoder-version.ts';

const NAMES = ['jpeg', 'exifJpeg', 'progressive', 'grey8', 'rgba', 'palette', 'exifPng'] as const;

describe('DECODER_VERSION', () => {
  it('is raised when equal bytes give other pixels, lest old ones come out of a cache', async () => {
    const files = new Map(NAMES.map((name, i) => [`${i % 2}/${i}`, picture(name)]));
    const manifest = await scanFiles(files);
    const hash = createHash('sha256');
    for (const resize of ['bilinear', 'area', 'pil-lanczos', 'pil-nearest'] as const) {
      const images = await loadImages(manifest, { size: [5, 4], resize, read: readFrom(files) });
      hash.update(images.pixels);
    }
    expect({ version: DECODER_VERSION, hash: hash.digest('hex') }).toEqual({
      version: 1,
      hash: '4384a7b99bbf1e4de5300437adff9b45316901c74f10ea7e42d845c0206675b0',
    });
  });
});
