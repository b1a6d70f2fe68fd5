/** The stages that there are, in the order in which they run. */
export const STAGE_NAMES = ['audit', 'baseline', 'augment', 'conclude'] as const;

export type StageName = (typeof STAGE_NAMES)[number];

/** One line on each stage, for `--list-stages`. */
export const STAGE_SUMMARIES: Readonly<Record<StageName, string>> = {
  audit: 'what the files give away before a pixel is read: size, EXIF, JPEG tables, duplicates',
  baseline: "the study's convolutional network, trained and judged by cross-validation",
  augment: "more pictures by changed copies: the study's leaky way beside the honest one",
  conclude: 'the best model beside the trivial ones',
};
