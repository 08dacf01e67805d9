import { C as write, g as readLine, l as now, n as device } from "./sys-DzG-ihIq.js";
import { g as listen, m as awaitSignal, t as PORT } from "./rest-rTMqmQgb.js";
// src/node/images/redis-programs.ts
/** Redis: strings, counters, lists and a few commands more, kept in the container's files; `redis-cli` speaks to it from any Pod. */
/** Where the data is: one JSON text in the data directory, so that a volume there keeps it. */
var DATA = "/data/dump.rdb";
function* redisServer(process) {
	const version = process.env["REDIS_VERSION"] ?? "8.4.0";
	const time = logTime(yield* now());
	if (process.argv.includes("--version") || process.argv.includes("-v")) {
		yield* write(1, `Redis server v=${version} sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=0\n`);
		return 0;
	}
	const wanted = process.argv.indexOf("--port");
	const port = wanted > 0 ? Number(process.argv[wanted + 1]) : PORT;
	const auth = process.argv.indexOf("--requirepass");
	if (!(yield* listen(port, "redis", {
		version,
		...auth > 0 && { password: process.argv[auth + 1] }
	}))) {
		yield* write(1, `1:M ${time} # Warning: Could not create server TCP listening socket *:${port}: bind: Address already in use\n1:M ${time} # Failed listening on port ${port} (tcp), aborting.\n`);
		return 1;
	}
	yield* write(1, `1:C ${time} * oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo\n1:C ${time} * Redis version=${version}, bits=64, commit=00000000, modified=0, pid=1, just started\n1:M ${time} * Running mode=standalone, port=${port}.\n1:M ${time} * Server initialized\n1:M ${time} * Ready to accept connections tcp\n`);
	yield* awaitSignal(["SIGTERM", "SIGINT"]);
	const end = logTime(yield* now());
	yield* write(1, `1:signal-handler (${Math.floor((yield* now()) / 1e3)}) Received SIGTERM scheduling shutdown...\n1:M ${end} * User requested shutdown...\n1:M ${end} # Redis is now ready to exit, bye bye...\n`);
	return 0;
}
/** `24 Nov 2026 09:00:00.123` */
function logTime(ms) {
	const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(ms).toUTCString()) ?? [];
	return `${day} ${month} ${year} ${time}.${String(ms % 1e3).padStart(3, "0")}`;
}
/** The protocol between redis-cli and the server here: a request's body is a JSON list of words; anything else is no Redis client. */
var redis = (request, { files, args }) => {
	if (request.method !== "REDIS") return { response: "empty" };
	const words = JSON.parse(request.body ?? "[]");
	const data = files.exists(DATA) ? JSON.parse(files.read(DATA)) : {};
	const before = JSON.stringify(data);
	const body = execute(words, data, String(args["version"]));
	const after = JSON.stringify(data);
	if (after !== before) {
		files.mkdir("/data", { parents: true });
		files.write(DATA, after);
	}
	return { response: {
		status: 200,
		reason: "OK",
		headers: [],
		body
	} };
};
function execute(words, data, version) {
	const [command = "", ...args] = words;
	const [key = "", value = ""] = args;
	const quote = (text) => JSON.stringify(text);
	const list = () => Array.isArray(data[key]) ? data[key] : [];
	const many = (values) => values.length === 0 ? "(empty array)" : values.map((one, index) => `${index + 1}) ${quote(one)}`).join("\n");
	const wrong = `(error) ERR wrong number of arguments for '${command.toLowerCase()}' command`;
	switch (command.toUpperCase()) {
		case "PING": return args.length > 0 ? quote(key) : "PONG";
		case "ECHO": return args.length === 1 ? quote(key) : wrong;
		case "SET":
			if (args.length < 2) return wrong;
			data[key] = value;
			return "OK";
		case "GET":
			if (args.length !== 1) return wrong;
			if (Array.isArray(data[key])) return "(error) WRONGTYPE Operation against a key holding the wrong kind of value";
			return key in data ? quote(data[key]) : "(nil)";
		case "DEL": {
			const found = args.filter((one) => one in data);
			for (const one of found) delete data[one];
			return `(integer) ${found.length}`;
		}
		case "EXISTS": return `(integer) ${args.filter((one) => one in data).length}`;
		case "INCR":
		case "DECR":
		case "INCRBY": {
			if (args.length === 0) return wrong;
			const current = Number(data[key] ?? 0);
			if (!Number.isInteger(current)) return "(error) ERR value is not an integer or out of range";
			const next = current + (command.toUpperCase() === "DECR" ? -1 : command.toUpperCase() === "INCR" ? 1 : Number(value));
			data[key] = String(next);
			return `(integer) ${next}`;
		}
		case "RPUSH":
		case "LPUSH": {
			if (args.length < 2) return wrong;
			const values = args.slice(1);
			data[key] = command.toUpperCase() === "RPUSH" ? [...list(), ...values] : [...values.reverse(), ...list()];
			return `(integer) ${list().length}`;
		}
		case "LRANGE": {
			const from = Number(value);
			const to = Number(args[2]);
			const all = list();
			return many(all.slice(from < 0 ? all.length + from : from, to < 0 ? all.length + to + 1 : to + 1));
		}
		case "LLEN": return `(integer) ${list().length}`;
		case "KEYS": {
			const pattern = new RegExp(`^${key.replace(/[.+^${}()|\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".")}$`);
			return many(Object.keys(data).filter((one) => pattern.test(one)));
		}
		case "DBSIZE": return `(integer) ${Object.keys(data).length}`;
		case "FLUSHALL":
		case "FLUSHDB":
			for (const one of Object.keys(data)) delete data[one];
			return "OK";
		case "INFO": return `# Server\nredis_version:${version}\nredis_mode:standalone\nos:Linux\ntcp_port:${PORT}\n\n# Keyspace\ndb0:keys=${Object.keys(data).length},expires=0,avg_ttl=0`;
		default: return `(error) ERR unknown command '${command}', with args beginning with: ${args.map((arg) => `'${arg}' `).join("")}`;
	}
}
function* redisCli(process) {
	let [host, port] = ["127.0.0.1", PORT];
	let at = 1;
	for (; process.argv[at]?.startsWith("-"); at++) {
		const flag = process.argv[at];
		if (flag === "-h") host = process.argv[++at] ?? host;
		else if (flag === "-p") port = Number(process.argv[++at]);
		else if (flag === "-a") at++;
		else if (flag === "-v" || flag === "--version") {
			yield* write(1, `redis-cli ${process.env["REDIS_VERSION"] ?? "8.4.0"}\n`);
			return 0;
		}
	}
	const words = process.argv.slice(at);
	if (words.length > 0) return yield* send(host, port, words);
	for (;;) {
		yield* write(1, `${host}:${port}> `);
		const line = yield* readLine(0);
		if (line === null || /^(?:exit|quit)\s*$/.test(line)) return 0;
		const typed = line.match(/"[^"]*"|'[^']*'|\S+/g)?.map((word) => word.replace(/^(["'])(.*)\1$/, "$2")) ?? [];
		if (typed.length > 0) yield* send(host, port, typed);
	}
}
function* send(host, port, words) {
	const result = yield* device("network", {
		op: "http",
		request: {
			method: "REDIS",
			scheme: "http",
			host,
			port,
			path: "/",
			headers: [],
			body: JSON.stringify(words)
		}
	});
	if (result.response) {
		yield* write(1, `${result.response.body}\n`);
		return result.response.body.startsWith("(error)") ? 1 : 0;
	}
	yield* write(2, `Could not connect to Redis at ${host}:${port}: ${{
		refused: "Connection refused",
		timeout: "Connection timed out",
		unresolved: "Name or service not known",
		unreachable: "No route to host",
		reset: "Connection reset by peer",
		empty: "Server closed the connection"
	}[result.failure ?? "refused"]}\n`);
	return 1;
}
var programs = {
	"redis-server": redisServer,
	"redis-cli": redisCli
};
var servers = { redis };
export { programs, servers };
