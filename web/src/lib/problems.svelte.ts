import type { Problem } from "./api";

/** Problems that stand on the page. What several parts of it meet is said once. */
class Problems {
  #standing = $state.raw<{ id: string; words: string }[]>([]);

  add(id: string, problem: Problem): void {
    this.#standing = [...this.#standing.filter((one) => one.id !== id), { id, words: words(problem) }];
  }

  remove(id: string): void {
    this.#standing = this.#standing.filter((one) => one.id !== id);
  }

  /** Whether another part of the page has said it before. */
  isSaid(id: string, problem: Problem): boolean {
    const first = this.#standing.find((one) => one.words === words(problem));
    return first !== undefined && first.id !== id;
  }
}

function words(problem: Problem): string {
  return [problem.title, problem.expected, problem.found, problem.maybe].join("\n");
}

export const problems = new Problems();
