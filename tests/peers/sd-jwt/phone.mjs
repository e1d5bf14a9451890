// An issuer and a phone that share no code with this project: everything they sign is @sd-jwt's.
// One JSON request a line on standard input, one answer a line on standard output:
//   {"issue": {claims}, "kid": "…", "disclosable": ["…"]}        -> {"jwk": {the issuer's key}}
//   {"present": ["…"], "aud": "…", "nonce": "…", "iat": seconds} -> {"presentation": "…"}

import { createInterface } from "node:readline";
import { ES256, digest, generateSalt } from "@sd-jwt/crypto-nodejs";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";

const issuer = await ES256.generateKeyPair();
const holder = await ES256.generateKeyPair();
const sdJwt = new SDJwtVcInstance({
  signer: await ES256.getSigner(issuer.privateKey),
  signAlg: ES256.alg,
  kbSigner: await ES256.getSigner(holder.privateKey),
  kbSignAlg: ES256.alg,
  hasher: digest,
  hashAlg: "sha-256",
  saltGenerator: generateSalt,
});
let credential = "";

async function answer(request) {
  if (request.issue) {
    const claims = { ...request.issue, cnf: { jwk: holder.publicKey } };
    credential = await sdJwt.issue(claims, { _sd: request.disclosable }, { header: { kid: request.kid } });
    return { jwk: issuer.publicKey };
  }
  const shown = Object.fromEntries(request.present.map((name) => [name, true]));
  const { aud, nonce, iat } = request;
  return { presentation: await sdJwt.present(credential, shown, { kb: { payload: { aud, nonce, iat } } }) };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line))));
}
