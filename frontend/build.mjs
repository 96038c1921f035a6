// Bundles what browsers load: one stylesheet, one script and one font, in place of about 70 files. The names stay the same,
// so that pages work with the bundle as with the files of this folder.
//
//     node build.mjs DIRECTORY    writes css/app.css, css/icons.woff2 and js/app.js below DIRECTORY
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { PurgeCSS } from "purgecss";
import subsetFont from "subset-font";

const output = process.argv[2];
if (!output) {
  throw new Error("usage: node build.mjs DIRECTORY");
}

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const require = createRequire(import.meta.url);
const library = (file) => require.resolve(file);

/** Everything that can name a class or an icon. */
async function sources() {
  const folders = ["../src/main/resources/templates", "../src/main/java", "js"].map((folder) => path.join(here, folder));
  const files = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  return files
    .flat()
    .filter((file) => /\.(html|java|js)$/.test(file.name))
    .map((file) => path.join(file.parentPath ?? file.path, file.name));
}

/** Pages that run unbundled load these libraries from the jar: both must have the same version. */
async function checkVersions() {
  const pom = await readFile(path.join(here, "../pom.xml"), "utf8");
  for (const name of ["bootstrap", "bootstrap-icons"]) {
    const { version } = JSON.parse(await readFile(library(`${name}/package.json`), "utf8"));
    if (!pom.includes(`<${name}.version>${version}</${name}.version>`)) {
      throw new Error(`pom.xml and frontend/package.json have different versions of ${name}: package.json has ${version}`);
    }
  }
}

/** Bootstrap without the rules for classes that no page uses. */
async function usedBootstrap(content) {
  const [{ css }] = await new PurgeCSS().purge({ content, css: [library("bootstrap/dist/css/bootstrap.css")], variables: false });
  return css;
}

/** The icon font with the icons that the sources name, as bi-NAME or NAME, and the rules that draw them. */
async function usedIcons(content) {
  const words = new Set();
  for (const file of content) {
    for (const word of (await readFile(file, "utf8")).match(/[a-z0-9-]+/g) ?? []) {
      words.add(word.replace(/^bi-/, ""));
    }
  }
  const all = JSON.parse(await readFile(library("bootstrap-icons/font/bootstrap-icons.json"), "utf8"));
  const used = Object.entries(all).filter(([name]) => words.has(name));
  const font = await subsetFont(
    await readFile(library("bootstrap-icons/font/fonts/bootstrap-icons.woff2")),
    used.map(([, code]) => String.fromCodePoint(code)).join(""),
    { targetFormat: "woff2" },
  );
  await writeFile(path.join(output, "css/icons.woff2"), font);
  const original = await readFile(library("bootstrap-icons/font/bootstrap-icons.css"), "utf8");
  const drawing = original
    .slice(0, original.indexOf(".bi-123::before"))
    .replace(/src:[^;]+;/, 'src: url("./icons.woff2") format("woff2");');
  return drawing + used.map(([name, code]) => `.bi-${name}::before{content:"\\${code.toString(16)}"}`).join("\n");
}

/** Replaces the two stylesheets of libraries by their used parts. */
const libraries = (content) => ({
  name: "libraries",
  setup(bundle) {
    bundle.onResolve({ filter: /\/webjars\// }, (file) => ({ path: file.path, namespace: "library" }));
    bundle.onLoad({ filter: /.*/, namespace: "library" }, async (file) => ({
      contents: await (file.path.includes("icons") ? usedIcons : usedBootstrap)(content),
      loader: "css",
      resolveDir: here,
    }));
    bundle.onResolve({ filter: /icons\.woff2$/ }, (file) => ({ path: file.path, external: true }));
  },
});

await checkVersions();
const content = await sources();
for (const folder of ["css", "js"]) {
  await rm(path.join(output, folder), { recursive: true, force: true });
  await mkdir(path.join(output, folder), { recursive: true });
}
await build({
  absWorkingDir: here,
  entryPoints: ["css/app.css", "js/app.js"],
  outdir: output,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome109", "firefox115", "safari16.4"],
  plugins: [libraries(content)],
  logLevel: "warning",
});
