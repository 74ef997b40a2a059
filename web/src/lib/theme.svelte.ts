import { flushSync } from "svelte";

/** Light or dark: the reader's choice, else the system's (`theme.js` sets it before the first paint). */

const KEPT = "jiritsu.theme";
const SYSTEM = matchMedia("(prefers-color-scheme: dark)");

class Theme {
  /** Charts draw again when this changes. */
  dark = $state(document.documentElement.dataset.theme === "dark");

  constructor() {
    // Charts hold the colours they were drawn with, and paper is light.
    let before = this.dark;
    addEventListener("beforeprint", () => flushSync(() => ((before = this.dark), this.#set(false))));
    addEventListener("afterprint", () => this.#set(before));
    SYSTEM.addEventListener("change", () => {
      if (!localStorage.getItem(KEPT)) this.#set(SYSTEM.matches);
    });
  }

  toggle(): void {
    this.#set(!this.dark);
    localStorage.setItem(KEPT, this.dark ? "dark" : "light");
  }

  #set(dark: boolean): void {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    this.dark = dark;
  }
}

export const theme = new Theme();
