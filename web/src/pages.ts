import type { Component } from "svelte";
import type { Fields } from "./lib/api";
import type { Key } from "./lib/i18n.svelte";
import type { Names } from "./lib/world.svelte";

/** What every page is given: names of the chosen world, and the words of every field. */
export interface PageProps {
  names: Names;
  fields: Fields;
}

interface Page {
  path: string;
  title: Key;
  /** Whether it asks about one home, so that a world without it cannot be shown. */
  ofHome: boolean;
  load: () => Promise<{ default: Component<PageProps> }>;
}

/** In the order of the menu; the first answers `/`. */
export const PAGES: Page[] = [
  { path: "/overview", title: "nav.overview", ofHome: true, load: () => import("./pages/Overview.svelte") },
  { path: "/dependence", title: "nav.dependence", ofHome: true, load: () => import("./pages/Dependence.svelte") },
  { path: "/whatif", title: "nav.whatif", ofHome: true, load: () => import("./pages/WhatIf.svelte") },
  { path: "/studies", title: "nav.studies", ofHome: false, load: () => import("./pages/Studies.svelte") },
  { path: "/methods", title: "nav.methods", ofHome: false, load: () => import("./pages/Methods.svelte") },
];
