/** A backend that this machine cannot run, with the reason and what to do about it. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly reason: string;
  readonly remedy: string | undefined;

  constructor(reason: string, remedy?: string, options?: ErrorOptions) {
    super(remedy === undefined ? reason : `${reason}; ${remedy}`, options);
    this.reason = reason;
    this.remedy = remedy;
  }
}
