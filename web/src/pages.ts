import type { Component } from "svelte";
import { ask, type Fields, type MethodPage } from "./lib/api";
import type { Choices } from "./lib/choices";
import type { Key } from "./lib/i18n.svelte";
import { route } from "./lib/router.svelte";
import { whatIfChoices, type Scenario } from "./lib/whatif";
import { partnersChoices } from "./lib/partners";
import { home, type Names } from "./lib/world.svelte";

/** What every page is given: names of the chosen world, and the words of every field. */
export interface PageProps {
  names: Names;
  fields: Fields;
  /** What the address may say. */
  choices: Choices;
}

interface Page {
  path: string;
  title: Key;
  /** Whether it asks about one home, so that a world without it cannot be shown. */
  ofHome: boolean;
  /** What can be chosen by name and only the server knows. */
  lists?: () => Promise<{ id: string }[]>;
  choices: (names: Names, lists: { id: string }[]) => Choices;
  load: () => Promise<{ default: Component<PageProps> }>;
}

const MEASURES = ["look-through", "direct"];
const PARTS = ["definitions", "worlds", "thresholds", "pages"];

const ids = (lists: { id: string }[]) => lists.map((one) => one.id);

/** In the order of the menu; the first answers `/`. */
export const PAGES: Page[] = [
  { path: "/overview", title: "nav.overview", ofHome: true, load: () => import("./pages/Overview.svelte"),
    choices: () => ({ side: { takes: ["supply", "market"] } }) },
  { path: "/dependence", title: "nav.dependence", ofHome: true, load: () => import("./pages/Dependence.svelte"),
    choices: (names) => {
      const [partners, sectors] = [names.codes().filter((code) => code !== home()), names.sectors().map((s) => s.code)];
      return { side: { takes: ["supply", "market", "us"] }, measure: { takes: MEASURES }, partner: { takes: partners, usual: "" },
        sector: { takes: sectors, usual: "" }, into: { takes: sectors, usual: "" } };
    } },
  // Codes of goods, straits and economies of trade are the server's to judge.
  { path: "/goods", title: "nav.goodsea", ofHome: true, load: () => import("./pages/GoodsSea.svelte"),
    choices: () => ({ lane: {}, close: {}, from: {}, good: {} }) },
  { path: "/whatif", title: "nav.whatif", ofHome: true, load: () => import("./pages/WhatIf.svelte"),
    lists: () => ask<Scenario[]>("/scenarios"),
    choices: (names, lists) => whatIfChoices(names, home(), lists as Scenario[]) },
  { path: "/partners", title: "nav.partners", ofHome: true, load: () => import("./pages/Partners.svelte"),
    choices: (names) => partnersChoices(names, home()) },
  // What a question takes, the server says: it judges it, too.
  { path: "/ask", title: "nav.ask", ofHome: false, load: () => import("./pages/Ask.svelte"),
    choices: () => Object.fromEntries([...route.query.keys()].map((name) => [name, name === "lang" ? { takes: ["en", "ja"] } : {}])) },
  { path: "/studies", title: "nav.studies", ofHome: false, load: () => import("./pages/Studies.svelte"),
    lists: () => ask<{ id: string }[]>("/studies"),
    choices: (_, lists) => ({ study: { takes: ids(lists) }, text: {}, run: {}, a: {}, b: {}, table: {}, measure: {} }) },
  { path: "/methods", title: "nav.methods", ofHome: false, load: () => import("./pages/Methods.svelte"),
    lists: () => ask<MethodPage[]>("/methods"),
    choices: (_, lists) => ({ part: { takes: PARTS }, doc: { takes: ids(lists), usual: "exposure" }, find: {} }) },
];
