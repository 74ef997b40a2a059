import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Starts the built jar on a free port with a home of its own, and tells the tests where it is; gives back how to end it. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env.JIRITSU_URL) return async () => {};
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
  const home = mkdtempSync(path.join(tmpdir(), "jiritsu-web-"));
  const jdk = execFileSync("sh", [path.join(root, "bin/find-jdk")], { encoding: "utf8" }).trim();
  const server = spawn(path.join(jdk, "bin/java"),
    [`-Djiritsu.root=${root}`, "-jar", path.join(root, "app/target/jiritsu.jar"), "serve", "--port", "0"],
    { env: { ...process.env, JIRITSU_HOME: home }, stdio: ["ignore", "pipe", "pipe"] });
  process.env.JIRITSU_URL = await new Promise<string>((found, fail) => {
    let said = "";
    const hear = (text: Buffer) => {
      said += text.toString();
      const url = /http:\/\/[\w.:[\]]+/.exec(said)?.[0];
      if (url) found(url);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.on("exit", () => fail(new Error("The server ended: " + said)));
    setTimeout(() => fail(new Error("The server does not start: " + said)), 30_000);
  });
  return async () => {
    server.removeAllListeners("exit");
    const ended = new Promise((done) => server.on("exit", done));
    server.kill();
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
}
