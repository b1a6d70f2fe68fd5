/** The stages that there are, in the order in which they run. */
export const STAGE_NAMES = ['audit', 'look', 'baseline', 'augment', 'transfer', 'conclude'] as const;

export type StageName = (typeof STAGE_NAMES)[number];

/** One line on each stage, for `--list-stages`. */
export const STAGE_SUMMARIES: Readonly<Record<StageName, string>> = {
  audit: 'what the files give away before a pixel is read: size, EXIF, JPEG tables, duplicates',
  look: 'maps of the pictures: t-SNE beside UMAP and PCA, and how far they can be believed',
  baseline: "the study's convolutional network, trained and judged by cross-validation",
  augment: "more pictures by changed copies: the study's leaky way beside the honest one",
  transfer: 'frozen networks of ImageNet with a new head, beside what keeps them honest',
  conclude: 'the best model beside the trivial ones',
};
