import { homedir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from './cache-folder.ts';

describe('cacheFolder', () => {
  it('is where ANIMALS_CACHE says', () => {
    expect(cacheFolder({ ANIMALS_CACHE: '/x' })).toBe('/x');
  });

  it("is the system's usual place otherwise", () => {
    expect(cacheFolder({}, 'linux')).toBe(path.join(homedir(), '.cache', 'animals'));
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux')).toBe(path.join('/c', 'animals'));
    expect(cacheFolder({}, 'darwin')).toBe(path.join(homedir(), 'Library', 'Caches', 'animals'));
  });
});
