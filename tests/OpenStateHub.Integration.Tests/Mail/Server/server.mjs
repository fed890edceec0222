// A real SMTP server for the tests: STARTTLS and AUTH as asked, and a temper that the recipient's name chooses.
//   node server.mjs '{"port":0,"key":"…","cert":"…","user":"…","password":"…"}'
// Writes one JSON line when it listens, one for each message it took over and one for each line that it reads; ends when its standard input does.
import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const settings = JSON.parse(process.argv[2]);
const seen = new Map();
const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const answer = (code, text) => Object.assign(new Error(text), { responseCode: code });
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// How often this address was here before.
function timesBefore(address) {
  const times = seen.get(address) ?? 0;
  seen.set(address, times + 1);
  return times;
}

async function greet(address) {
  const name = address.split('@')[0];
  if (name.startsWith('unknown')) throw answer(550, '5.1.1 No such user here');
  if (name.startsWith('grey') && timesBefore(address) === 0) throw answer(451, '4.7.1 Greylisted, come back later');
  if (name.startsWith('slow') && timesBefore(address) === 0) await pause(settings.slowness);
}

async function take(stream, session) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  const address = session.envelope.rcptTo[0].address;
  if (address.startsWith('rejected')) throw answer(554, '5.7.1 This looks like spam');
  await pause(settings.pace ?? 0);
  const raw = Buffer.concat(chunks);
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  write({
    recipient: address,
    returnPath: session.envelope.mailFrom.address,
    isEncrypted: session.secure,
    user: session.user ?? null,
    fromName: mail.from.name,
    fromAddress: mail.from.address,
    messageId: mail.messageId,
    subject: mail.subject,
    text: mail.text,
    html: mail.html ?? null,
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    attachments: mail.attachments.map(({ filename, mimeType, content, method }) => ({ name: filename, contentType: mimeType, method: method ?? null, text: content })),
    raw: raw.toString('latin1'),
  });
  if (address.startsWith('lost') && timesBefore(address) === 0) {
    [...server.connections].find((connection) => connection.id === session.id)._socket.destroy();
  }
}

const server = new SMTPServer({
  ...(settings.cert ? { key: readFileSync(settings.key), cert: readFileSync(settings.cert) } : { disabledCommands: ['STARTTLS', 'AUTH'] }),
  authOptional: !settings.user,
  authMethods: ['PLAIN', 'LOGIN'],
  disableReverseLookup: true,
  onAuth: ({ username, password }, session, done) =>
    username === settings.user && password === settings.password ? done(null, { user: username }) : done(answer(535, '5.7.8 Wrong password')),
  onRcptTo: ({ address }, session, done) => greet(address).then(() => done(), done),
  onData: (stream, session, done) => take(stream, session).then(() => done(), done),
});
server.on('error', () => {}); // a client that hangs up
server.listen(settings.port, '127.0.0.1', () => write({ port: server.server.address().port }));
process.stdin.on('end', () => process.exit(0));
process.stdin.on('data', (asked) => asked.filter((byte) => byte === 10).forEach(() => write({})));
