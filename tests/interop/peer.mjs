// Signs and verifies with jose: one job a line in, one answer a line out, both in JSON.
//
// {"do": "sign", "alg", "key", "header", "claims"}                      -> {"token"}
// {"do": "verify", "alg", "key", "token", "issuer", "audience", "typ"}  -> {"header", "claims"}
// {"do": "judge", …as verify}                                           -> {"accepted"}
// {"do": "export", "alg", "key"}                                        -> {"jwk"}
// {"do": "thumbprint", "alg", "key"}                                    -> {"thumbprint"}
// {"do": "versions"}                                                    -> {"jose"}
//
// A key is {"secret": base64url}, {"pem"} or {"jwk"}. What fails is answered with
// {"error", "message"}.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { webcrypto } from "node:crypto";

// Node 18, which Debian 12 has, keeps it to itself.
globalThis.crypto ??= webcrypto;
const jose = await import("jose");

const jobs = {
  async sign({ alg, header, claims, key }) {
    const draft = new jose.SignJWT(claims).setProtectedHeader({ alg, ...header });
    return { token: await draft.sign(await imported(key, alg)) };
  },

  // As its manual shows it: the algorithm, the issuer and the audience are told.
  async verify({ alg, token, key, issuer, audience, typ }) {
    const options = { algorithms: [alg], issuer, audience, typ };
    const verified = await jose.jwtVerify(token, await imported(key, alg), options);
    return { header: verified.protectedHeader, claims: verified.payload };
  },

  async judge(job) {
    await jobs.verify(job);
    return { accepted: true };
  },

  async export({ alg, key }) {
    return { jwk: await jose.exportJWK(await imported(key, alg, { extractable: true })) };
  },

  async thumbprint({ alg, key }) {
    const { jwk } = await jobs.export({ alg, key });
    return { thumbprint: await jose.calculateJwkThumbprint(jwk) };
  },

  versions() {
    const installed = readFileSync("node_modules/jose/package.json", "utf8");
    return { jose: JSON.parse(installed).version };
  },
};

function imported({ secret, pem, jwk }, alg, options) {
  if (secret) return Buffer.from(secret, "base64url");
  if (jwk) return jose.importJWK(jwk, alg, options);
  const read = pem.includes("PRIVATE KEY") ? jose.importPKCS8 : jose.importSPKI;
  return read(pem, alg, options);
}

async function answer(job) {
  try {
    return await jobs[job.do](job);
  } catch (error) {
    return { error: error.code ?? error.name, message: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + "\n");
}
