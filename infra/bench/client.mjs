// What bench.sh asks over HTTP beside wrk.
//   client.mjs warm PORT HOSTS PATH           asks each host once; prints the bytes of the first answer
//   client.mjs visible HUB SLUG PATH PORT…    reports through the command line, waits until every node shows it; prints milliseconds
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const agent = new Agent({ keepAlive: true });
const [task, ...rest] = process.argv.slice(2);

const get = (port, host, path) =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, agent, headers: { Host: host } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        if (answer.statusCode === 200) {
          resolve(Buffer.concat(parts));
        } else {
          reject(new Error(`${host}${path} answered ${answer.statusCode}`));
        }
      });
    });
    asked.on('error', reject);
    asked.end();
  });

async function warm(port, hostsFile, path) {
  const hosts = readFileSync(hostsFile, 'utf8').trim().split('\n');
  let next = 0;
  const first = await get(port, hosts[0], path);
  const walk = async () => {
    while (next < hosts.length) {
      await get(port, hosts[next++], path);
    }
  };
  await Promise.all([walk(), walk(), walk(), walk()]);
  console.log(first.length);
}

// From the commit, whose instant the command prints, to the first answer of each node that differs; the slowest node counts.
async function visible(hub, slug, path, ...ports) {
  const host = `${slug}.localhost`;
  const watch = async (port, before) => {
    for (const until = Date.now() + 30_000; Date.now() < until; await pause(5)) {
      if (!(await get(port, host, path)).equals(before)) {
        return Date.now();
      }
    }
    throw new Error(`node ${port} did not show the change within 30 seconds`);
  };
  const before = await Promise.all(ports.map((port) => get(port, host, path)));
  const seen = Promise.all(ports.map((port, at) => watch(port, before[at])));
  const { stdout } = await promisify(execFile)('dotnet', [hub, 'seed', 'report', slug]);
  console.log(Math.max(...(await seen)) - Number(stdout));
}

try {
  await { warm, visible }[task](...rest);
} catch (fault) {
  console.error(`client.mjs: ${fault.message}`);
  process.exitCode = 1;
} finally {
  agent.destroy();
}
