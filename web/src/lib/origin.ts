import type { Table, WorldInfo } from "./api";
import { t } from "./i18n.svelte";

/** What a picture that leaves the page says of its source: an estimate is ours, and not that of whose data it is made of. */
export function origin(table: Table, info: WorldInfo): string {
  const ours = info.estimated && table.world.split(" ").includes(info.id) ? " " + t("figure.ours") : "";
  return `${t("figure.source")}${table.sources.map((source) => source.replace(/[.。]?$/, t("list.stop"))).join(" ")}${ours} Jiritsu,`;
}
