/** An e-mail of a few plain lines. */
export interface Letter {
  /** Its identity, the same at each attempt: a mail server that has it already knows it again. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The last way to somebody whom chat does not reach. */
export interface Mailer {
  /** @throws Refused when the mail server does not take it. */
  send(letter: Letter): Promise<void>;
}
