// A real OpenID provider for the tests, with people and claims of their own: listens on a free port of this machine
// until its input ends, and says on its first line where. Started by IdentityProvider.java.
//
//   node e2e/identityProvider.mjs http://127.0.0.1:8080/sign-in/return …
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const redirects = process.argv.slice(2);

/** Whoever signs in with a name from here; everybody's password is the name. */
const PEOPLE = {
  lina: {
    name: '李娜',
    preferred_username: 'Li.Na',
    email: 'li.na@example.com',
    email_verified: true,
    groups: ['everybody', 'cc-leaders'],
    team: 'eagle',
    employee_number: '1001',
  },
  wu: {
    name: 'Wu Lei',
    preferred_username: 'wu',
    email: 'wu@example.com',
    email_verified: false,
    groups: [],
  },
  boss: {
    name: 'Bo Boss',
    preferred_username: 'boss',
    email: 'boss@example.com',
    email_verified: true,
    groups: ['cc-managers'],
    amr: ['pwd', 'otp'],
  },
};

function key(type, options, alg) {
  const { privateKey } = generateKeyPairSync(type, options);
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg, kid: alg };
}

function client(name, rest) {
  return {
    client_id: name,
    client_secret: `secret of ${name}: 100% & +`,
    redirect_uris: redirects,
    grant_types: ['authorization_code'],
    response_types: ['code'],
    ...rest,
  };
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const configuration = {
  clients: [
    ...ALGORITHMS.map((alg) => client(`ringside-${alg}`, { id_token_signed_response_alg: alg })),
    client('ringside-post', { token_endpoint_auth_method: 'client_secret_post' }),
    client('ringside-public', { token_endpoint_auth_method: 'none', client_secret: undefined }),
  ],
  jwks: {
    keys: [
      key('rsa', { modulusLength: 2048 }, 'RS256'),
      key('rsa', { modulusLength: 2048 }, 'PS256'),
      key('ec', { namedCurve: 'P-256' }, 'ES256'),
      key('ed25519', {}, 'EdDSA'),
    ],
  },
  enabledJWA: { idTokenSigningAlgValues: ALGORITHMS },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  claims: {
    openid: ['sub', 'amr'],
    profile: ['name', 'preferred_username'],
    email: ['email', 'email_verified'],
    company: ['groups', 'team', 'employee_number'],
  },
  scopes: ['openid', 'profile', 'email', 'company'],
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: `sub-of-${id}`, ...PEOPLE[id] }) }),
  renderError: (ctx, { error, error_description: why }) => {
    ctx.type = 'text';
    ctx.body = `${error} ${why ?? ''}`;
  },
};

let provider;

async function body(request) {
  let text = '';
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}

function page(response, uid, what, field) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><title>${what}</title><form method="post" action="/interaction/${uid}">${field}<button>${what}</button></form>`,
  );
}

/** The provider's own pages: who are you, and may Ringside know it. */
async function interact(request, response) {
  const details = await provider.interactionDetails(request, response);
  const { uid, prompt, params, session } = details;
  if (request.method === 'GET') {
    const field =
      '<label>User <input name="user"></label><label>Password <input type="password" name="password"></label>';
    return page(
      response,
      uid,
      prompt.name === 'login' ? 'Log in' : 'Allow',
      prompt.name === 'login' ? field : '',
    );
  }
  const sent = await body(request);
  if (prompt.name === 'login') {
    const user = sent.get('user');
    if (user === 'nobody' || !PEOPLE[user] || sent.get('password') !== user) {
      const result = { error: 'access_denied', error_description: 'End-User aborted interaction' };
      return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }
    const { amr } = PEOPLE[user];
    return provider.interactionFinished(request, response, {
      login: { accountId: user, ...(amr && { amr }) },
    });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const grantId = await grant.save();
  return provider.interactionFinished(
    request,
    response,
    { consent: { grantId } },
    { mergeWithLastSubmission: true },
  );
}

const server = createServer((request, response) => {
  if (request.url.startsWith('/interaction/')) {
    interact(request, response).catch((failure) => response.writeHead(500).end(String(failure)));
  } else {
    provider.callback()(request, response);
  }
});

server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  provider = new Provider(issuer, configuration);
  process.stdout.write(`${issuer}\n`);
});

// Ends with whoever started it.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
