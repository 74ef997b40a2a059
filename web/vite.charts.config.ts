import { defineConfig } from "vite";

/** The drawing of charts as one classic script, which a report carries in itself. */
export default defineConfig({
  publicDir: false,
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir: "target/classes/org/jiritsu/charts",
    emptyOutDir: true,
    lib: { entry: "src/charts/report.ts", formats: ["iife"], name: "jiritsu", fileName: () => "charts.js" },
    chunkSizeWarningLimit: 900,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
