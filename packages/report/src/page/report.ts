import type { ValueFormat } from '../chart/value-format.ts';
import type { Figure } from '../figure/figure.ts';
import type { EmbeddingViewer } from '../viewer/embedding-viewer.ts';

/** A value with its interval, printed small beside it. */
export interface IntervalValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What a table or a list of facts can hold. Nothing known: null. */
export type Value = string | number | boolean | null | undefined | IntervalValue;

/** How a value is printed. */
export interface ValueStyle {
  readonly format?: ValueFormat;
  /** Decimals at most of a number; a percentage has two fewer. Default: 3. */
  readonly digits?: number;
}

export interface Fact extends ValueStyle {
  readonly label: string;
  readonly value: Value;
}

/** The answer, in one number. */
export interface Headline extends ValueStyle {
  readonly label: string;
  readonly value: number;
  /** Ends of the interval, both or neither. */
  readonly low?: number;
  readonly high?: number;
  /** What the interval is, such as "95% t interval over 5 folds". */
  readonly intervalLabel?: string;
  /** A value to compare with, such as that of guessing. */
  readonly reference?: { readonly value: number; readonly label: string };
  /** Ends of the scale on which all of them are drawn. Default: 0 to 1. */
  readonly scale?: readonly [number, number];
  readonly note?: string;
}

/** `leak`: the numbers nearby may be due to a shortcut, not to what the pictures show. */
export type NoticeLevel = 'info' | 'warning' | 'leak';

export interface Notice {
  readonly level: NoticeLevel;
  readonly title?: string;
  readonly text: string;
}

export interface TableColumn extends ValueStyle {
  /** Field of the rows. */
  readonly key: string;
  readonly label: string;
  /** Default: `end` for columns with a number, else `start`. */
  readonly align?: 'start' | 'center' | 'end';
}

export interface TableBlock {
  readonly type: 'table';
  readonly title?: string;
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, Value>>[];
  /** Index of the row to mark as the best. */
  readonly best?: number;
}

/** One piece of a section. All strings are plain text. */
export type Block =
  /** Paragraphs, parted by blank lines. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'figure'; readonly figure: Figure }
  /** Figures side by side. */
  | { readonly type: 'figures'; readonly figures: readonly Figure[] }
  /** An interactive map; the only block with a script. */
  | { readonly type: 'embedding'; readonly viewer: EmbeddingViewer }
  | TableBlock
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  | { readonly type: 'settings'; readonly title?: string; readonly settings: Readonly<Record<string, Value>> }
  | { readonly type: 'code'; readonly title?: string; readonly text: string }
  | ({ readonly type: 'notice' } & Notice);

export interface Section {
  readonly title: string;
  /** One sentence: what was found. */
  readonly lead?: string;
  readonly blocks: readonly Block[];
}

/** A page as plain data. */
export interface Report {
  readonly title: string;
  /** A few words above the title. */
  readonly kicker?: string;
  readonly subtitle?: string;
  /** What was found, in a sentence or two. */
  readonly lead?: string;
  readonly headline?: Headline;
  readonly facts?: readonly Fact[];
  readonly notices?: readonly Notice[];
  readonly sections: readonly Section[];
  readonly footer?: string;
  /** Language of the texts, as in HTML. Default: `en`. */
  readonly language?: string;
}
