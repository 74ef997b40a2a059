/** Light or dark: the reader's choice, else the system's. Charts draw again when it changes. */

const KEPT = "jiritsu.theme";
const SYSTEM = matchMedia("(prefers-color-scheme: dark)");

class Theme {
  dark = $state(isDark());

  constructor() {
    SYSTEM.addEventListener("change", () => (this.dark = isDark()));
  }

  toggle(): void {
    const next = this.dark ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    localStorage.setItem(KEPT, next);
    this.dark = isDark();
  }
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : SYSTEM.matches;
}

export const theme = new Theme();
