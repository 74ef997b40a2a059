import type { Row, Table } from "./api";

/** The figure, or the whole column, whose working the reader asked for. */
export interface Question {
  field: string;
  table: Table;
  row?: Row | undefined;
  /** The address of the table in the API, for its download. */
  source: string;
}

class Why {
  question = $state.raw<Question | null>(null);

  ask(question: Question): void {
    this.question = question;
  }

  close(): void {
    this.question = null;
  }
}

export const why = new Why();
