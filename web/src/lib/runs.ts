import { address, ask, fresh, Problem, problemOf, type Answer, type Params } from "./api";

/** Long work on the server: handed in, followed, stopped, and its results. */

export interface Run {
  id: string;
  title: string;
  /** `study`, or the command asked. */
  kind: string;
  state: "queued" | "running" | "done" | "failed" | "cancelled" | "broken";
  done: number;
  total: number;
  message: string;
  submitted: string;
  started?: string;
  ended?: string;
  problem?: Record<string, string | undefined>;
  files: string[];
}

export function isFinal(run: Run): boolean {
  return run.state !== "queued" && run.state !== "running";
}

export function allRuns(): Promise<Run[]> {
  return fresh("/runs");
}

export function runStudy(text: string): Promise<Run> {
  return fresh("/runs", { method: "POST", headers: { "Content-Type": "application/yaml" }, body: text });
}

/** The parameters that say something, their values as text. */
function said(parameters: Params): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(parameters)
    .filter(([, v]) => v !== undefined && v !== "" && v !== false && !(Array.isArray(v) && v.length === 0))
    .map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]));
}

/** Whether a run answers this question, by the question that was handed in. */
export async function answers(run: Run, command: string, parameters: Params): Promise<boolean> {
  const asked = said(parameters);
  if (run.kind !== command) return false;
  const question = await ask<{ parameters: Record<string, string | string[]> }>(`/runs/${encodeURIComponent(run.id)}/files/question.json`);
  return Object.keys(question.parameters).length === Object.keys(asked).length
    && Object.entries(asked).every(([name, value]) => String(question.parameters[name]) === String(value));
}

export function runQuestion(command: string, parameters: Params): Promise<Run> {
  return fresh("/runs", { method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ command, parameters: said(parameters) }) });
}

export function cancel(id: string): Promise<Run> {
  return fresh(`/runs/${encodeURIComponent(id)}`, { method: "DELETE" });
}

export function fileOf(run: Run, name: string): string {
  return address(`/runs/${encodeURIComponent(run.id)}/files/${name.split("/").map(encodeURIComponent).join("/")}`);
}

/** Tells each change of a run until it has ended, also over a restart of the server; gives back how to stop listening. */
export function follow(id: string, told: (run: Run) => void, failed: (problem: Problem) => void): () => void {
  const events = new EventSource(address(`/runs/${encodeURIComponent(id)}/events`));
  events.onmessage = (event: MessageEvent<string>) => {
    const run = JSON.parse(event.data) as Run;
    if (isFinal(run)) events.close();
    told(run);
  };
  events.onerror = () => {
    // A lost connection is tried again by the browser; an answer that is no stream is final, and says why.
    if (events.readyState !== EventSource.CLOSED) return;
    fresh<Run>(`/runs/${encodeURIComponent(id)}`).then(told, (cause: unknown) =>
      failed(cause instanceof Problem ? cause : new Problem(String(cause))));
  };
  return () => events.close();
}

/** Why a run failed, in the words of the command line. */
export function problemOfRun(run: Run): Problem {
  const said = run.problem ?? {};
  return new Problem(said.title ?? run.message, said.expected, said.found, said.maybe, 0, said.detail);
}

/** One answer of a run. */
export interface Step {
  id: string;
  heading: string;
  answer: Answer;
}

/** The answers of a run that is done: those of a study's steps, or the one of a question. */
export async function stepsOf(run: Run): Promise<Step[]> {
  const results = await ask<{ steps?: Step[] } & Answer>(`/runs/${encodeURIComponent(run.id)}/files/results.json`);
  return results.steps ?? [{ id: `01-${run.kind}`, heading: results.title, answer: results }];
}

/** The text of the study that a run answered. */
export async function textOf(run: Run): Promise<string> {
  const response = await fetch(fileOf(run, "study.yaml"));
  if (!response.ok) throw await problemOf(response);
  return response.text();
}
