/** The texts of an SVG in order, with their entities resolved, for tests. */
export function svgTexts(svg: string): string[] {
  const body = svg.replace(/<title>.*?<\/title>/s, '');
  const plain = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return [...body.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text]) => plain(text as string));
}
