import { route } from "./router.svelte";

/** What an address may say on a page. What it says besides is told to the reader, and the usual choice is shown. */

export interface Choice {
  /** Its values; anything if left out, to be judged by the server. */
  takes?: readonly string[];
  /** Whether several stand together, with commas between them. */
  several?: boolean;
  /** What is shown where the address says nothing, or what is not known; the first value if left out. */
  usual?: string;
}
export type Choices = Record<string, Choice>;

/** Something in the address that was not understood. */
export interface Misread {
  name: string;
  value: string;
  /** Left out where the name itself means nothing here. */
  choice?: Choice;
}

const EVERYWHERE: Choices = { home: {}, world: {}, lang: { takes: ["en", "ja"] } };

function knows(choice: Choice, value: string): boolean {
  return !choice.takes || value === choice.usual
    || (choice.several ? value.split(",") : [value]).every((one) => choice.takes?.includes(one));
}

/** What the address says of a choice, or else the usual. */
export function chosen(choices: Choices, name: string): string {
  const choice = choices[name] ?? {};
  const value = route.get(name);
  return value && knows(choice, value) ? value : (choice.usual ?? choice.takes?.[0] ?? "");
}

export function misread(choices: Choices): Misread[] {
  const all = { ...EVERYWHERE, ...choices };
  return [...route.query].flatMap(([name, value]) => {
    const choice = all[name];
    if (!choice) return [{ name, value }];
    return value === "" || knows(choice, value) ? [] : [{ name, value, choice }];
  });
}
