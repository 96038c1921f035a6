import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

const KEY = "key-1";

/**
 * Starts an OpenID Connect provider with a page that asks only for a username.
 *
 * @param groups the groups of each user
 * @returns its issuer, how old a sign-in there is (seconds, for `auth_time`), the number of sign-outs, and how to stop it
 */
export async function startProvider(groups) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: KEY, use: "sig", alg: "RS256" };
  const codes = new Map();
  const provider = { ageSeconds: 0, signOuts: 0 };

  const pages = {
    "/.well-known/openid-configuration": () => ({
      issuer: provider.issuer,
      authorization_endpoint: `${provider.issuer}/authorize`,
      token_endpoint: `${provider.issuer}/token`,
      jwks_uri: `${provider.issuer}/jwks`,
      end_session_endpoint: `${provider.issuer}/sign-out`,
      subject_types_supported: ["public"],
      response_types_supported: ["code"],
      id_token_signing_alg_values_supported: ["RS256"],
    }),
    "/jwks": () => ({ keys: [jwk] }),
    "/authorize": (parameters) => form(parameters),
    "/answer": (parameters) => {
      const code = randomUUID();
      codes.set(code, Object.fromEntries(parameters));
      const target = new URL(parameters.get("redirect_uri"));
      target.search = new URLSearchParams({ code, state: parameters.get("state") });
      return { location: target.href };
    },
    "/token": (parameters) => {
      const request = codes.get(parameters.get("code"));
      codes.delete(parameters.get("code"));
      const challenge = createHash("sha256").update(parameters.get("code_verifier")).digest("base64url");
      return request?.code_challenge === challenge
        ? { access_token: "access", token_type: "Bearer", id_token: idToken(request) }
        : { error: "invalid_grant" };
    },
    "/sign-out": (parameters) => {
      provider.signOuts++;
      return { location: parameters.get("post_logout_redirect_uri") };
    },
  };

  function idToken(request) {
    const now = Math.floor(Date.now() / 1000);
    const asked = request.prompt === "login" ? 0 : provider.ageSeconds;
    const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const content = `${part({ alg: "RS256", kid: KEY })}.${part({
      iss: provider.issuer,
      aud: request.client_id,
      sub: `subject of ${request.user}`,
      preferred_username: request.user,
      nonce: request.nonce,
      groups: groups[request.user],
      iat: now,
      exp: now + 300,
      auth_time: now - asked,
    })}`;
    return `${content}.${createSign("RSA-SHA256").update(content).sign(privateKey, "base64url")}`;
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, provider.issuer);
    let body = "";
    for await (const chunk of request) {
      body += chunk;
    }
    const answer = pages[url.pathname]?.(new URLSearchParams(body || url.search)) ?? {};
    if (answer.location) {
      response.writeHead(302, { location: answer.location }).end();
    } else if (typeof answer === "string") {
      response.writeHead(200, { "content-type": "text/html" }).end(answer);
    } else {
      response.writeHead(answer.error ? 400 : 200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  provider.issuer = `http://127.0.0.1:${server.address().port}`;
  provider.stop = () => server.close();
  return provider;
}

function form(parameters) {
  const hidden = [...parameters].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  return `<!DOCTYPE html><title>Provider</title><form action="/answer">${hidden.join("")}
    <label>User <input name="user"></label><button>Continue</button></form>`;
}
