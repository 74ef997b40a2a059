/** Where the reader is. Everything that makes up a view stands in its address, so that a link restores it. */

const SHARED = ["home", "world", "lang"];

class Route {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));

  constructor() {
    addEventListener("popstate", () => this.#read());
  }

  get(name: string, otherwise = ""): string {
    return this.query.get(name) ?? otherwise;
  }

  /** The address of a page in the same language, home and world, or of this page with some parameters changed. */
  to(path: string, patch: Record<string, string | undefined> = {}): string {
    const next = new URLSearchParams();
    for (const [name, value] of this.query) {
      if (path === this.path || SHARED.includes(name)) next.set(name, value);
    }
    for (const [name, value] of Object.entries(patch)) {
      if (value === undefined || value === "") next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    return path + (text ? "?" + text : "");
  }

  /** Change parameters of this view; each change is a step that the back button undoes. */
  set(patch: Record<string, string | undefined>, replace = false): void {
    this.go(this.to(this.path, patch), replace);
  }

  go(address: string, replace = false): void {
    if (address !== location.pathname + location.search) {
      if (replace) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    this.#read();
  }

  #read(): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }
}

export const route = new Route();

/** Follows links inside the page without loading it anew; others, downloads and new tabs stay with the browser. */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest?.("a");
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (link.pathname.startsWith("/api/") || (link.hash && link.pathname === location.pathname)) return;
  event.preventDefault();
  const other = link.pathname !== location.pathname;
  route.go(link.pathname + link.search);
  if (other) arrive();
}

/** At the top of what is new, also for those who do not see it: what they pressed is no longer there. */
export function arrive(): void {
  scrollTo(0, 0);
  document.getElementById("main")?.focus();
}
