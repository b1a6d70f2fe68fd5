import { describe, expect, it } from 'vitest';
import { cleanSvg } from './clean-svg.ts';

describe('cleanSvg', () => {
  it('rounds coordinates and drops what cannot be seen', () => {
    const svg =
      '<svg class="marks"><g role="x" aria-hidden="true"><path d="M0,0h0v0h0Z" display="none"/><path d="M0.12345,2" stroke="#000" opacity="1"/></g></svg>';
    expect(cleanSvg(svg)).toBe('<svg><g><path d="M0.12,2" stroke="#000"/></g></svg>');
  });

  it('leaves text alone', () => {
    const svg = '<text> role="x" opacity="1" 0.123456</text>';
    expect(cleanSvg(svg)).toBe(svg);
  });
});
