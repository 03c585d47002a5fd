/** What an emulated account answers when it refuses. */
export interface Refusal {
  readonly code: string;
  readonly status: number;
  /** AWS's words; `<name>` stands for a value. */
  readonly message: string;
  /** Where code and words are known from; `unconfirmed` words are ours, their code is documented. */
  readonly source: string;
}
