/** nslookup, dig, host and getent: what names stand for, asked of the simulated DNS. */
import { files, sleep } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { resolveName } from '../../network/client.ts';
import type { ResolveResult } from '../../network/types.ts';
import { options, usageError } from '../options.ts';
import { type Call, Failure, type Tool } from '../tool.ts';

type RecordType = 'A' | 'AAAA' | 'CNAME' | 'SRV' | 'PTR' | 'TXT' | 'MX' | 'NS' | 'SOA' | 'ANY';
const TYPES: readonly RecordType[] = ['A', 'AAAA', 'CNAME', 'SRV', 'PTR', 'TXT', 'MX', 'NS', 'SOA', 'ANY'];
/** A container's resolver tries the search list first for names with fewer dots (`ndots:5`). */
const SEARCH_DOTS = 5;
const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
/** A DNS server that is down is asked for so long. */
const GIVE_UP_MS = 15_000;

interface Answer {
  readonly type: RecordType;
  readonly name: string;
  readonly value: string;
}

interface Reply {
  readonly status: 'NOERROR' | 'NXDOMAIN' | 'timeout';
  readonly server: string;
  readonly answers: readonly Answer[];
}

/** The search list of /etc/resolv.conf; none on the laptop. */
function* searchList(): Sys<readonly string[]> {
  const text = yield* files((fs) => fs.stat('/etc/resolv.conf')?.text ?? '');
  return /^search\s+(.*)$/m.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
}

const reversed = (address: string): string => `${address.split('.').reverse().join('.')}.in-addr.arpa`;

/** Asks for one full name and one type. */
function* query(name: string, type: RecordType): Sys<Reply> {
  const full = name.replace(/\.?$/, '.');
  const found: ResolveResult = yield* resolveName(full, type === 'ANY' ? 'A' : type);
  if (found.failure === 'timeout') {
    yield* sleep(GIVE_UP_MS);
    return { status: 'timeout', server: found.server, answers: [] };
  }
  const server = found.server || '192.168.65.7';
  const answers = found.records.map(
    ({ type: kind, name: owner, value }): Answer => ({ type: kind, name: owner, value: value.replace(/\.$/, '') }),
  );
  return { status: found.failure === 'nxdomain' && answers.length === 0 ? 'NXDOMAIN' : 'NOERROR', server, answers };
}

function typeOf(call: Call, text: string): RecordType {
  const type = text.toUpperCase() as RecordType;
  if (!TYPES.includes(type)) throw new Failure(call.busybox ? `invalid query type "${text}"` : `unknown query type: ${text}`);
  return type;
}

/** The names to ask for, in turn: the search list comes first for those with few dots. */
function* namesFor(name: string, dots: number): Sys<readonly string[]> {
  if (name.endsWith('.')) return [name];
  const searched = (yield* searchList()).map((domain) => `${name}.${domain}`);
  return name.split('.').length - 1 >= dots ? [name, ...searched] : [...searched, name];
}

/** The first reply that has an answer; else the last one. */
function* first(names: readonly string[], type: RecordType): Sys<{ name: string; reply: Reply }> {
  let last: { name: string; reply: Reply } | undefined;
  for (const name of names) {
    const reply = yield* query(name, type);
    last = { name: name.replace(/\.$/, ''), reply };
    if (reply.answers.length > 0 || reply.status === 'timeout') return last;
  }
  return last ?? { name: '', reply: { status: 'NXDOMAIN', server: '', answers: [] } };
}

const nslookupLine = ({ type, name, value }: Answer): string => {
  if (type === 'CNAME') return `${name}\tcanonical name = ${value}${value.endsWith('.') ? '' : '.'}\n`;
  if (type === 'PTR') return `${name}\tname = ${value}.\n`;
  if (type === 'SRV') return `${name}\tservice = ${value}\n`;
  return `Name:\t${name}\nAddress: ${value}\n`;
};

/** Before 1.29 busybox asked the resolver, which goes through the search list, and printed what it found with names looked up backwards. */
const OLD_BUSYBOX = /^1\.(?:[0-9]|1\d|2[0-8])(?:\.|$)/;

function* oldNslookup(call: Call, name: string): Sys<number> {
  const named = function* (address: string): Sys<string> {
    const [answer] = (yield* query(reversed(address), 'PTR')).answers;
    return answer ? `${address} ${answer.value.replace(/\.$/, '')}` : address;
  };
  const { reply } = yield* first(yield* namesFor(name, SEARCH_DOTS), 'A');
  call.put(`Server:    ${reply.server}\nAddress 1: ${yield* named(reply.server)}\n\n`);
  const addresses = reply.answers.filter(({ type }) => type === 'A');
  if (reply.status === 'timeout' || addresses.length === 0) {
    yield* call.flush();
    throw new Failure(`can't resolve '${name}'`);
  }
  call.put(`Name:      ${name}\n`);
  for (const [index, { value }] of addresses.entries()) call.put(`Address ${index + 1}: ${yield* named(value)}\n`);
  return 0;
}

/** What nslookup says, as an answer and not as an error, when nobody answers. */
function noServer(call: Call): number {
  call.put(';; connection timed out; no servers could be reached\n\n');
  return 1;
}

export const nslookup: Tool = function* (call) {
  const wanted: RecordType[] = [];
  const operands: string[] = [];
  for (const arg of call.args) {
    const option = /^-(?:(?:query)?type|q|querytype)=(.*)$/i.exec(arg);
    if (option) wanted.push(typeOf(call, option[1] as string));
    else if (/^-(?:debug|timeout=\d+|retry=\d+|port=\d+)$/.test(arg)) continue;
    else if (arg.startsWith('-') && arg.length > 1) options(call, '', { args: [arg] });
    else operands.push(arg);
  }
  const [name, server] = operands;
  if (name === undefined)
    throw new Failure(
      call.busybox ? usageError(call, '').trimStart() : 'the interactive mode is not supported here: give a name',
      1,
      call.busybox,
    );
  if (call.busybox && OLD_BUSYBOX.test(call.process.machine.version ?? '') && wanted.length === 0 && !ADDRESS.test(name))
    return yield* oldNslookup(call, name);
  const reverse = ADDRESS.test(name);
  const types = wanted.length > 0 ? wanted : reverse ? (['PTR'] as const) : call.busybox ? (['A', 'AAAA'] as const) : (['A'] as const);
  const asked = reverse ? reversed(name) : name;
  if (server !== undefined && !ADDRESS.test(server) && (yield* resolveName(server)).failure) {
    if (call.busybox) throw new Failure(`bad address '${server}'`);
    throw new Failure(`couldn't get address for '${server}': not found`);
  }
  const at = server === undefined ? undefined : ADDRESS.test(server) ? server : ((yield* resolveName(server)).addresses[0] ?? server);
  const head = (own: string): string => `Server:\t\t${at ?? own}\nAddress:\t${at ?? own}${call.busybox ? ':53' : '#53'}\n\n`;
  if (call.busybox) {
    // It asks for a name with a dot as it is, for one without in every domain, and prints every reply.
    const names = asked.includes('.') || reverse ? [asked] : (yield* searchList()).map((domain) => `${asked}.${domain}`);
    let failed = false;
    let headed = false;
    for (const full of names.length > 0 ? names : [asked]) {
      for (const type of types) {
        const reply = yield* query(full, type);
        if (reply.status === 'timeout') return noServer(call);
        if (!headed) call.put(head(reply.server));
        headed = true;
        if (reply.status === 'NXDOMAIN') {
          failed = true;
          call.put(`** server can't find ${full.replace(/\.$/, '')}: NXDOMAIN\n\n`);
        } else if (reply.answers.length > 0) call.put(`${reply.answers.map(nslookupLine).join('')}\n`);
        else if (wanted.length > 0) call.put('\n');
      }
    }
    return failed ? 1 : 0;
  }
  const type = types[0] as RecordType;
  const { name: full, reply } = yield* first(reverse ? [asked] : yield* namesFor(asked, 1), type);
  if (reply.status === 'timeout') return noServer(call);
  if (reverse) {
    if (reply.answers.length > 0) call.put(`${reply.answers.map(nslookupLine).join('')}\n`);
    else call.put(`** server can't find ${asked}: NXDOMAIN\n\n`);
    return reply.answers.length > 0 ? 0 : 1;
  }
  call.put(head(reply.server));
  if (reply.status === 'NXDOMAIN') {
    call.put(`** server can't find ${asked.replace(/\.$/, '')}: NXDOMAIN\n\n`);
    return 1;
  }
  if (reply.answers.length === 0) call.put(`*** Can't find ${full}: No answer\n\n`);
  else call.put(`${reply.answers.map(nslookupLine).join('')}\n`);
  return 0;
};

export const dig: Tool = function* (call) {
  let type: RecordType | undefined;
  let [short, search, onlyAnswer] = [false, false, false];
  let server: string | undefined;
  const names: string[] = [];
  for (let i = 0; i < call.args.length; i++) {
    const arg = call.args[i] as string;
    if (arg.startsWith('@')) server = arg.slice(1);
    else if (arg === '+short') short = true;
    else if (arg === '+search') search = true;
    else if (arg === '+noall') onlyAnswer = true;
    else if (arg.startsWith('+')) continue;
    else if (arg === '-x') {
      const address = call.args[++i];
      if (address === undefined || !ADDRESS.test(address)) throw new Failure(`Invalid IP address ${address ?? ''}`, 1);
      names.push(reversed(address));
      type = 'PTR';
    } else if (arg === '-t') type = typeOf(call, call.args[++i] ?? '');
    else if (arg === '-h' || arg === '--help') {
      call.put(usageError(call, '').replace(/^\n?Try .*\n?/m, ''));
      return 0;
    } else if (arg.startsWith('-')) continue;
    else if (TYPES.includes(arg.toUpperCase() as RecordType)) type = arg.toUpperCase() as RecordType;
    else if (arg.toUpperCase() !== 'IN') names.push(arg);
  }
  const name = names[0] ?? '.';
  const asked = type ?? 'A';
  const { name: full, reply } = search ? yield* first(yield* namesFor(name, 5), asked) : yield* first([name], asked);
  if (reply.status === 'timeout') {
    const text = `;; communications error to ${server ?? reply.server}#53: timed out\n`;
    call.put(
      short
        ? `${text.repeat(3)};; no servers could be reached\n`
        : `\n; <<>> DiG 9.20.11 <<>> ${call.args.join(' ')}\n;; global options: +cmd\n;; no servers could be reached\n`,
    );
    return 9;
  }
  const dotted = (value: string): string => (ADDRESS.test(value) || value.endsWith('.') ? value : `${value}.`);
  if (short) {
    call.put(reply.answers.map(({ value }) => `${dotted(value)}\n`).join(''));
    return 0;
  }
  const answers = reply.answers.map((answer) => `${dotted(answer.name)}\t\t30\tIN\t${answer.type}\t${dotted(answer.value)}\n`).join('');
  if (onlyAnswer) {
    call.put(answers);
    return 0;
  }
  const count = reply.answers.length;
  call.put(
    `\n; <<>> DiG 9.20.11 <<>> ${call.args.join(' ')}\n;; global options: +cmd\n;; Got answer:\n` +
      `;; ->>HEADER<<- opcode: QUERY, status: ${reply.status}, id: ${idOf(full)}\n` +
      `;; flags: qr aa rd; QUERY: 1, ANSWER: ${count}, AUTHORITY: ${count === 0 ? 1 : 0}, ADDITIONAL: 1\n` +
      `\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n;; QUESTION SECTION:\n;${dotted(full)}\t\tIN\t${asked}\n\n` +
      (count > 0
        ? `;; ANSWER SECTION:\n${answers}\n`
        : `;; AUTHORITY SECTION:\ncluster.local.\t\t30\tIN\tSOA\tns.dns.cluster.local. hostmaster.cluster.local. 1 7200 1800 86400 30\n\n`) +
      `;; Query time: 1 msec\n;; SERVER: ${server ?? reply.server}#53(${server ?? reply.server}) (UDP)\n\n`,
  );
  return 0;
};

/** A number for the query, the same for the same name. */
const idOf = (text: string): number => [...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 65536, 7);

export const host: Tool = function* (call) {
  const given = options(call, 't: a v W: R: 4 6');
  const [name, server] = given.operands;
  if (name === undefined) throw new Failure('Usage: host [-t type] {hostname} [server]', 1, true);
  if (server !== undefined) call.put(`Using domain server:\nName: ${server}\nAddress: ${server}#53\nAliases: \n\n`);
  const reverse = ADDRESS.test(name);
  const types = given.has('t') ? [typeOf(call, given.get('t') ?? '')] : reverse ? (['PTR'] as const) : (['A'] as const);
  for (const type of types) {
    const { name: full, reply } = yield* first(reverse ? [reversed(name)] : yield* namesFor(name, 1), type);
    if (reply.status === 'timeout') throw new Failure(';; communications error: timed out\n;; no servers could be reached', 1, true);
    if (reply.status === 'NXDOMAIN') {
      call.put(`Host ${reverse ? `${reversed(name)}.` : name} not found: 3(NXDOMAIN)\n`);
      return 1;
    }
    if (reply.answers.length === 0) call.put(`${full} has no ${type} record\n`);
    for (const answer of reply.answers) {
      if (answer.type === 'CNAME') call.put(`${answer.name} is an alias for ${answer.value.replace(/\.?$/, '.')}\n`);
      else if (answer.type === 'PTR') call.put(`${answer.name} domain name pointer ${answer.value}.\n`);
      else if (answer.type === 'SRV') call.put(`${answer.name} has SRV record ${answer.value}\n`);
      else call.put(`${answer.name} has address ${answer.value}\n`);
    }
  }
  return 0;
};

export const getent: Tool = function* (call) {
  const [database, ...keys] = options(call, 's: i').operands;
  if (database === undefined) throw new Failure(usageError(call, 'wrong number of arguments'), 3);
  const file: Readonly<Record<string, string>> = {
    passwd: '/etc/passwd',
    group: '/etc/group',
    services: '/etc/services',
    protocols: '/etc/protocols',
  };
  if (database === 'hosts' || database === 'ahosts' || database === 'ahostsv4') {
    if (keys.length === 0) call.put(yield* files((fs) => (fs.stat('/etc/hosts')?.text ?? '').replace(/^#.*\n/gm, '')));
    for (const key of keys) {
      const found = yield* resolveName(key, ADDRESS.test(key) ? 'PTR' : 'A');
      if (found.failure || found.addresses.length === 0) return 2;
      const name = found.canonicalName ?? key;
      const alias = name !== key && !ADDRESS.test(key) && !name.startsWith(`${key}.`) ? ` ${key}` : '';
      for (const [i, address] of found.addresses.entries()) {
        if (database === 'hosts') call.put(`${address.padEnd(15)} ${name}${alias}\n`);
        else
          for (const kind of ['STREAM', 'DGRAM', 'RAW'])
            call.put(`${address.padEnd(15)} ${kind.padEnd(6)}${i === 0 && kind === 'STREAM' ? ` ${name}` : ''}\n`);
      }
    }
    return 0;
  }
  const path = file[database];
  if (path === undefined) throw new Failure(usageError(call, `Unknown database: ${database}`), 1);
  const lines = yield* files((fs) => (fs.stat(path)?.text ?? '').split('\n').filter(Boolean));
  if (keys.length === 0) call.put(lines.map((line) => `${line}\n`).join(''));
  for (const key of keys) {
    const line = lines.find((one) => one.split(/[:\s]/).some((part, i) => (i === 0 || i === 2) && part === key));
    if (line === undefined) return 2;
    call.put(`${line}\n`);
  }
  return 0;
};
