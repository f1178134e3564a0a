// An independent OpenID Connect provider for the tests. Prints its address; ends when its standard input closes.
// Whoever signs in types an account name; "mode" at POST /tamper/<mode> makes the token endpoint lie in one way, so that a
// test sees the lie refused: audience, issuer, nonce, expired, signature, none.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import * as jose from 'jose';

const client = 'jizhou-console';
const { publicKey, privateKey } = await jose.generateKeyPair('RS256', { extractable: true });
const { privateKey: strangersKey } = await jose.generateKeyPair('RS256');
const jwk = { ...(await jose.exportJWK(privateKey)), alg: 'RS256', use: 'sig' };
jwk.kid = await jose.calculateJwkThumbprint(await jose.exportJWK(publicKey));

const groups = new Map(); // by account
const http = createServer();
await new Promise((ready) => http.listen(0, '127.0.0.1', ready));
const issuer = `http://127.0.0.1:${http.address().port}`;
const base = { redirect_uris: ['http://127.0.0.1/console/sign-in/oidc/callback/'], grant_types: ['authorization_code'], response_types: ['code'], application_type: 'native' };
const provider = new Provider(issuer, {
  clients: [
    { ...base, client_id: client, client_secret: 'a secret of the tests', token_endpoint_auth_method: 'client_secret_basic' },
    { ...base, client_id: 'another-client', token_endpoint_auth_method: 'none' },
  ],
  jwks: { keys: [jwk] },
  cookies: { keys: ['a key of the tests'] },
  pkce: { required: () => true },
  conformIdTokenClaims: false,
  claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
  ttl: { IdToken: 300, Interaction: 600, Session: 600, Grant: 600, AccessToken: 300, AuthorizationCode: 60 },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: `name-${id}`, groups: groups.get(id) ?? [] }) }),
});

let lie = '';
async function tampered(token) {
  const claims = jose.decodeJwt(token);
  const header = { alg: 'RS256', kid: jwk.kid };
  if (lie === 'audience') claims.aud = 'another-client';
  if (lie === 'issuer') claims.iss = 'https://elsewhere.example';
  if (lie === 'nonce') claims.nonce = 'a nonce of another sign-in';
  if (lie === 'expired') claims.exp = claims.iat - 120;
  if (lie === 'none') return new jose.UnsecuredJWT(claims).encode();
  return new jose.SignJWT(claims).setProtectedHeader(header).sign(lie === 'signature' ? strangersKey : privateKey);
}

provider.use(async (context, next) => {
  const tamper = /^\/tamper\/(\w*)$/.exec(context.path);
  if (tamper) {
    lie = tamper[1];
    context.body = 'ok';
    return;
  }

  const interaction = /^\/interaction\/([\w-]+)$/.exec(context.path);
  if (interaction && context.method === 'GET') {
    context.type = 'html';
    context.body = '<!doctype html><html lang="en"><title>Sign in</title><form method="post"><label>Account <input name="account"></label><button>Go on</button></form>';
    return;
  }

  if (interaction) {
    let body = '';
    for await (const chunk of context.req) body += chunk;
    const [account, group] = new URLSearchParams(body).get('account').split(':'); // "wang" or "wang:dispatchers"
    groups.set(account, group ? [group] : []);
    const { params } = await provider.interactionDetails(context.req, context.res);
    const grant = new provider.Grant({ accountId: account, clientId: params.client_id });
    grant.addOIDCScope('openid profile');
    const result = { login: { accountId: account }, consent: { grantId: await grant.save() } };
    context.redirect(await provider.interactionResult(context.req, context.res, result));
    context.status = 303;
    return;
  }

  await next();
  if (context.path === '/token' && lie && context.body?.id_token) {
    context.body = { ...context.body, id_token: await tampered(context.body.id_token) };
  }
});

http.on('request', provider.callback());
console.log(`ready ${issuer}`);
process.stdin.on('end', () => process.exit(0)).resume();
