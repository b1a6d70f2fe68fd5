/** How an entry is appended. */
export interface AppendOptions {
  /** Whether to come back only when the disk has it: then it survives a power cut, not only a kill. */
  readonly durable?: boolean;
}

/** Entries that only grow in number: a file has them (`openJournal`), or whatever else a program keeps its records in. */
export interface JournalStore<E extends object = Record<string, unknown>> {
  /**
   * Adds one entry; entries keep the order of the calls, and later changes to the object have no effect.
   *
   * When it has come back, the entry survives a kill of this process. When it has failed, nothing of it is kept, and all
   * that was there before is.
   * @throws ArgumentError if the entry is not a plain JSON object of at most 1 MiB.
   * @throws DataError that names the place if it cannot be written, for instance as no space is left.
   */
  append(entry: E, options?: AppendOptions): Promise<void>;
  /** Reads all entries appended so far, from the first. */
  entries(): AsyncGenerator<E, void, undefined>;
  /** Waits for what is being appended, makes it durable and lets the next writer in. Can be called twice. */
  close(): Promise<void>;
}
