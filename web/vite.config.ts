import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

/** Built into the folder that the server reads from the jar; while developing, questions go to a running server. */
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "target/classes/org/jiritsu/web",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    // How long a plugin takes on a busy machine is no news.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { proxy: { "/api": process.env.JIRITSU_SERVER ?? "http://127.0.0.1:8080" } },
});
