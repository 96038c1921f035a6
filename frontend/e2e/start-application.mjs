import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { browserLaunch } from "./browser.mjs";

const JAR = fileURLToPath(new URL("../../target/countersign.jar", import.meta.url));
export const LOG = fileURLToPath(new URL("../test-results/countersign.log", import.meta.url));
export const SSO_LOG = LOG.replace(".log", "-sso.log");
const START_LIMIT_MS = 120_000;

/** Starts the packaged application with its demo on free ports and an empty data directory; returns how to stop it. */
export default async function startApplication() {
  if (!existsSync(JAR)) {
    throw new Error(`${JAR} is missing: run mvn package first.`);
  }
  process.env.COUNTERSIGN_LAUNCH = JSON.stringify(await browserLaunch());
  const [port, simulatorPort] = await freePorts(2);
  process.env.COUNTERSIGN_URL = `http://127.0.0.1:${port}`;
  process.env.COUNTERSIGN_SIMULATOR = `http://127.0.0.1:${simulatorPort}`;
  // its warning about Node 20 would stand among the results
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

  return (
    await startInstallation(LOG, process.env.COUNTERSIGN_URL, [
      "--spring.profiles.active=demo",
      `--countersign.simulator.port=${simulatorPort}`,
      "--countersign.identity.mappings[0].group=platform-leads",
      "--countersign.identity.mappings[0].roles=LEAD",
      "--countersign.identity.mappings[0].teams=Platform:LEAD, Unknown",
    ])
  ).stop;
}

/** Starts an installation without the demo and without users. */
export async function startWithoutUsers() {
  const [port] = await freePorts(1);
  return startInstallation(LOG.replace(".log", "-setup.log"), `http://127.0.0.1:${port}`, []);
}

/** Starts an installation whose users sign in through an identity provider. */
export async function startWithProvider(issuer) {
  const [port] = await freePorts(1);
  return startInstallation(SSO_LOG, `http://127.0.0.1:${port}`, [
    "--spring.security.oauth2.client.registration.staff.client-id=countersign",
    "--spring.security.oauth2.client.registration.staff.client-secret=only-for-tests",
    "--spring.security.oauth2.client.registration.staff.client-name=Staff",
    `--spring.security.oauth2.client.provider.staff.issuer-uri=${issuer}`,
    "--countersign.identity.mappings[0].group=admins",
    "--countersign.identity.mappings[0].roles=ADMIN",
  ]);
}

/** @returns the URL, the log, the directory with ./data, and how to stop it */
async function startInstallation(log, url, options) {
  const directory = mkdtempSync(join(tmpdir(), "countersign-e2e-"));
  const application = start(directory, log, [`--server.port=${new URL(url).port}`, ...options]);
  const stop = async () => {
    await end(application);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await answering(`${url}/login`, application, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, log, directory, stop };
}

/** The working directory is the fresh one, so ./data lies in it. */
function start(directory, file, options) {
  mkdirSync(dirname(file), { recursive: true });
  const log = openSync(file, "w");
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
  const application = spawn(
    java,
    // it runs for minutes, beside browsers: less compiling leaves more for both
    ["-XX:TieredStopAtLevel=1", "-jar", JAR, "--server.address=127.0.0.1", ...options],
    { cwd: directory, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  return application;
}

async function answering(url, application, log) {
  let failure;
  application.once("error", (error) => (failure = error.message));
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until) {
    if (failure || application.exitCode !== null) {
      throw new Error(`The application ended while starting: ${failure ?? application.exitCode}\n${logTail(60, log)}`);
    }
    const response = await fetch(url).catch(() => undefined);
    if (response) {
      if (!response.ok) {
        throw new Error(`${url} answered ${response.status}.\n${logTail(60, log)}`);
      }
      return;
    }
    await pause(250);
  }
  throw new Error(`${url} did not answer within ${START_LIMIT_MS / 1000} s.\n${logTail(60, log)}`);
}

/** The last lines that the application wrote. */
export function logTail(lines = 60, log = LOG) {
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-lines).join("\n") : "";
}

async function end(application) {
  if (application.pid === undefined || application.exitCode !== null) {
    return;
  }
  const exited = once(application, "exit");
  application.kill("SIGTERM");
  const forced = setTimeout(() => application.kill("SIGKILL"), 10_000);
  await exited;
  clearTimeout(forced);
}

/** All are held open together, so that no two are the same. */
async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
