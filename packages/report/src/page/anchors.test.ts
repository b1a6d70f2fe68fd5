import { describe, expect, it } from 'vitest';
import { anchors } from './anchors.ts';

describe('anchors', () => {
  it('are plain, and differ', () => {
    expect(anchors(['The baseline', 'the baseline!', '"><script>', '狐'])).toEqual([
      'section-the-baseline',
      'section-the-baseline-2',
      'section-script',
      'section-untitled',
    ]);
  });
});
