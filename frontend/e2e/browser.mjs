import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** How to launch a Chromium: the one named by COUNTERSIGN_BROWSER, else the system's, else the one in node_modules. */
export async function browserLaunch() {
  const launch = named() ?? system() ?? (await bundled());
  return {
    ...launch,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
}

function named() {
  const path = process.env.COUNTERSIGN_BROWSER;
  if (path && !executable(path)) {
    throw new Error(`COUNTERSIGN_BROWSER names ${path}, which cannot be executed.`);
  }
  return path ? { executablePath: path } : undefined;
}

function system() {
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((directory) => SYSTEM_NAMES.map((name) => join(directory, name)))
    .find(executable);
  return path ? { executablePath: path } : undefined;
}

/**
 * @sparticuz/chromium unpacks into the temporary directory, and its libraries and fonts only where it believes to be on
 * AWS Lambda. Both are told to it, so that it runs without system packages and uses nothing another user left in /tmp.
 */
async function bundled() {
  const home = fileURLToPath(new URL("../node_modules/.cache/chromium", import.meta.url));
  mkdirSync(home, { recursive: true });
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: home, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" });
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    const executablePath = await chromium.executablePath();
    return {
      executablePath,
      env: { ...before, LD_LIBRARY_PATH: join(home, "al2023", "lib"), FONTCONFIG_FILE: fontConfiguration(home) },
    };
  } catch (error) {
    throw new Error(
      "No browser for the tests: COUNTERSIGN_BROWSER is not set, no Chromium or Chrome is on the PATH, " +
        "and the one in @sparticuz/chromium could not be unpacked.",
      { cause: error },
    );
  } finally {
    restore(before);
  }
}

/** The one that is unpacked looks for fonts in fixed places, and without any font the browser ends at the first page. */
function fontConfiguration(home) {
  const file = join(home, "fonts.conf");
  const fonts = join(home, "fonts", "fonts");
  const cache = join(home, "fonts-cache");
  writeFileSync(file, `<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>\n`);
  return file;
}

function restore(environment) {
  Object.keys(process.env)
    .filter((name) => !(name in environment))
    .forEach((name) => delete process.env[name]);
  Object.assign(process.env, environment);
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
