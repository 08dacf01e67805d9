import { E as Random, L as Writes, M as DEFAULT_ADDONS, O as bootstrap, S as runControllers, T as serviceAccountController, _ as freshEndpoints, a as FileSystem, b as Channel, c as countTraces, d as freshService, g as freshEndpointSlice, h as freshNamespace, i as shellCode, k as kubernetesServiceController, m as freshNode, n as kubectlCode, nt as Registry, o as Store, p as freshPriorityClass, r as programs, u as tracesOf, v as Kernel, w as rootCertificateController } from "./programs-dxTyg7Up.js";
import { a as fromLabelSelector, s as matches } from "./selector-DOdAZD_P.js";
import { C as write, T as SysError, c as load, g as readLine } from "./sys-DzG-ihIq.js";
import { n as lazyProgram, t as lazy } from "./lazy-BECgEt8c.js";
import { a as define, t as freshStorageClass } from "./fresh-CQJjBiK3.js";
import { n as suggestionDevice } from "./suggestion-CT4UGIB6.js";
// src/controllers/rbac/aggregation.ts
/** ClusterRoles with an aggregationRule have the rules of all that their selectors match, in the order of their names. */
var ROLES = "clusterroles.rbac.authorization.k8s.io";
var roleAggregationController = {
	name: "clusterrole-aggregation-controller",
	watches: { [ROLES]: (_change, world) => aggregating(world).map(({ metadata }) => metadata.name) },
	reconcile({ world, api }, name) {
		const role = world.store.get(ROLES, "", name);
		if (!role?.aggregationRule) return;
		const rules = rulesOf(world, role);
		if (JSON.stringify(rules) !== JSON.stringify(role.rules ?? [])) api.update(ROLES, {
			...role,
			rules
		});
	}
};
function aggregating(world) {
	return world.store.list(ROLES).filter(({ aggregationRule }) => aggregationRule);
}
function rulesOf(world, { metadata, aggregationRule }) {
	const all = world.store.list(ROLES);
	const rules = /* @__PURE__ */ new Map();
	for (const selector of aggregationRule?.clusterRoleSelectors ?? []) {
		const wanted = fromLabelSelector(selector);
		for (const role of all) {
			if (role.metadata.name === metadata.name || !matches(wanted, role.metadata.labels)) continue;
			for (const rule of role.rules ?? []) rules.set(JSON.stringify(rule), rule);
		}
	}
	return [...rules.values()];
}
// src/controllers/fresh.ts
var freshControllers = [
	kubernetesServiceController,
	serviceAccountController,
	rootCertificateController,
	roleAggregationController
];
// src/kinds/fresh.ts
var freshKinds = [
	define("v1", "configmaps"),
	define("v1", "endpoints", freshEndpoints),
	define("v1", "namespaces", freshNamespace),
	define("v1", "nodes", freshNode),
	define("v1", "serviceaccounts"),
	define("v1", "services", freshService),
	define("discovery.k8s.io/v1", "endpointslices", freshEndpointSlice),
	define("rbac.authorization.k8s.io/v1", "clusterroles"),
	define("rbac.authorization.k8s.io/v1", "clusterrolebindings"),
	define("scheduling.k8s.io/v1", "priorityclasses", freshPriorityClass),
	define("storage.k8s.io/v1", "storageclasses", freshStorageClass)
];
// src/kubectl/kubeconfig.ts
/** What `minikube start` writes to ~/.kube/config: one cluster, one user, one context. */
var DEFAULT_KUBECONFIG = `apiVersion: v1
clusters:
- cluster:
    certificate-authority: /home/learner/.minikube/ca.crt
    server: https://127.0.0.1:8443
  name: minikube
contexts:
- context:
    cluster: minikube
    namespace: default
    user: minikube
  name: minikube
current-context: minikube
kind: Config
users:
- name: minikube
  user:
    client-certificate: /home/learner/.minikube/profiles/minikube/client.crt
    client-key: /home/learner/.minikube/profiles/minikube/client.key
`;
// src/world/clock.ts
/** Virtual time. The page tells it how much real time passed; speed and pause decide what that is worth. */
var Clock = class {
	/** Milliseconds since the epoch. Moves only in World.advance. */
	now;
	paused = false;
	/** Virtual milliseconds a real one is worth: 1, 10, 0.25, ... */
	speed = 1;
	constructor(startTime) {
		this.now = startTime;
	}
	/** What is left of real time that made no whole virtual millisecond yet. */
	rest = 0;
	/** What real milliseconds are worth now, in whole virtual ones. A tab that slept is not caught up beyond ten seconds. */
	virtual(realMs) {
		if (this.paused) return 0;
		const ms = Math.min(realMs, 1e4) * this.speed + this.rest;
		this.rest = ms - Math.floor(ms);
		return Math.floor(ms);
	}
};
// src/world/queues.ts
/** So many passes run without a break: a page has to draw its frames meanwhile. */
var MAX_PASSES = 20;
var Queues = class {
	queues = /* @__PURE__ */ new Map();
	timers;
	now;
	as;
	constructor(timers, now, as) {
		this.timers = timers;
		this.now = now;
		this.as = as;
		timers.on("queue", (_payload, name) => this.run(name));
		timers.on("passes", (dirty, name) => this.pass(name, dirty));
		timers.on("spacing", (cause, id) => {
			const space = id.indexOf(" ");
			if (cause !== null) this.add(id.slice(0, space), id.slice(space + 1), cause);
		});
		timers.on("requeue", (payload, key) => this.add(payload, key.slice(payload.length + 1), 0));
	}
	/** Registers a queue; its name (one word) is the actor of what its handler writes. */
	register(name, latencyMs, handler, spacingMs = 0) {
		this.queues.set(name, {
			latencyMs,
			spacingMs,
			handler,
			keys: /* @__PURE__ */ new Map()
		});
	}
	/** Makes a key dirty because of the change with that revision. */
	add(name, key, cause) {
		const queue = this.queues.get(name);
		if (!queue) throw new Error(`no queue ${name}`);
		if (queue.keys.has(key)) return;
		if (queue.spacingMs > 0 && this.isTooSoon(`${name} ${key}`, cause)) return;
		queue.keys.set(key, cause);
		if (queue.keys.size === 1) this.timers.set("queue", name, this.now() + queue.latencyMs);
	}
	/** Makes a key dirty after a delay; a later call for the same key replaces an earlier one. */
	addAfter(name, key, ms) {
		this.timers.set("requeue", `${name} ${key}`, this.now() + ms, name);
	}
	run(name) {
		const queue = this.queues.get(name);
		if (!queue) return;
		const dirty = queue.keys;
		queue.keys = /* @__PURE__ */ new Map();
		this.pass(name, [...dirty]);
	}
	/** Some passes; the others have their turn at the same moment, by a timer of their own: whoever moves time may stop between the two. */
	pass(name, dirty) {
		const queue = this.queues.get(name);
		if (!queue) return;
		for (const [key, cause] of dirty.slice(0, MAX_PASSES)) {
			this.as(name, cause, () => queue.handler(key));
			if (queue.spacingMs > 0) this.timers.set("spacing", `${name} ${key}`, this.now() + queue.spacingMs);
		}
		if (dirty.length > MAX_PASSES) this.timers.set("passes", name, this.now(), dirty.slice(MAX_PASSES));
	}
	/** The key had its last pass a moment ago: the timer that says so remembers that it is dirty again, and why first. */
	isTooSoon(id, cause) {
		const spacing = this.timers.get("spacing", id);
		if (spacing && spacing.payload === null) this.timers.set("spacing", id, spacing.at, cause);
		return spacing !== void 0;
	}
	snapshot() {
		const all = {};
		for (const [name, queue] of this.queues) if (queue.keys.size > 0) all[name] = [...queue.keys];
		return all;
	}
	restore(snapshot) {
		for (const [name, queue] of this.queues) queue.keys = new Map(snapshot[name] ?? []);
	}
};
// src/world/timers.ts
var Timers = class {
	heap = [];
	/** By kind, then by key. */
	current = /* @__PURE__ */ new Map();
	handlers = /* @__PURE__ */ new Map();
	sequence = 0;
	/** Registers the code of a kind of timer. */
	on(kind, handler) {
		this.handlers.set(kind, handler);
	}
	set(kind, key, at, payload = null) {
		this.add({
			at,
			sequence: this.sequence++,
			kind,
			key,
			payload
		});
	}
	cancel(kind, key) {
		const ofKind = this.current.get(kind);
		const entry = ofKind?.get(key);
		if (!entry) return;
		entry.stale = true;
		ofKind?.delete(key);
	}
	/** That timer, if it is set. */
	get(kind, key) {
		return this.current.get(kind)?.get(key);
	}
	/** When that timer is due, or undefined when it is not set. */
	at(kind, key) {
		return this.current.get(kind)?.get(key)?.at;
	}
	/** When the next timer is due. */
	nextAt() {
		while (this.heap[0]?.stale) this.pop();
		return this.heap[0]?.at;
	}
	/** Runs the next timer's handler; a timer of an unknown kind is a programming error. */
	runNext() {
		if (this.nextAt() === void 0) return;
		const timer = this.pop();
		this.current.get(timer.kind)?.delete(timer.key);
		const handler = this.handlers.get(timer.kind);
		if (!handler) throw new Error(`no handler for timers of kind ${timer.kind}`);
		handler(timer.payload, timer.key);
	}
	snapshot() {
		const timers = [];
		for (const ofKind of this.current.values()) for (const { stale: _, ...timer } of ofKind.values()) timers.push(timer);
		return {
			sequence: this.sequence,
			timers: timers.sort(before)
		};
	}
	restore(snapshot) {
		this.heap.length = 0;
		this.current.clear();
		this.sequence = snapshot.sequence;
		for (const timer of snapshot.timers) this.add(timer);
	}
	add({ at, sequence, kind, key, payload }) {
		const entry = {
			at,
			sequence,
			kind,
			key,
			payload,
			stale: false
		};
		let ofKind = this.current.get(kind);
		if (!ofKind) this.current.set(kind, ofKind = /* @__PURE__ */ new Map());
		const replaced = ofKind.get(key);
		if (replaced) replaced.stale = true;
		ofKind.set(key, entry);
		this.push(entry);
	}
	push(timer) {
		const heap = this.heap;
		let i = heap.push(timer) - 1;
		while (i > 0) {
			const parent = i - 1 >> 1;
			if (before(heap[parent], timer) <= 0) break;
			heap[i] = heap[parent];
			i = parent;
		}
		heap[i] = timer;
	}
	pop() {
		const heap = this.heap;
		const top = heap[0];
		const last = heap.pop();
		if (!last || heap.length === 0) return top;
		let i = 0;
		for (;;) {
			let child = 2 * i + 1;
			if (child >= heap.length) break;
			if (child + 1 < heap.length && before(heap[child + 1], heap[child]) < 0) child++;
			if (before(last, heap[child]) <= 0) break;
			heap[i] = heap[child];
			i = child;
		}
		heap[i] = last;
		return top;
	}
};
function before(a, b) {
	return a.at - b.at || a.sequence - b.sequence;
}
// src/world/world.ts
/**
* The world: all state of a simulation, and the only place that remembers anything.
* Code (timer handlers, queues, listeners) is registered on it; state is plain data, so that a snapshot restores to the same future.
*/
/** Midnight-free default, so that ages and times read naturally. */
var DEFAULT_START = Date.UTC(2026, 10, 24, 9, 0, 0);
var World = class {
	clock;
	random;
	store;
	timers;
	queues;
	slots = {};
	/** How each slot begins. */
	inits = /* @__PURE__ */ new Map();
	beforeSnapshot = [];
	afterRestore = [];
	/** Who is writing now, for the journal. */
	acting = {
		actor: "system",
		cause: 0
	};
	holds = 0;
	constructor(options = {}) {
		this.clock = new Clock(options.startTime ?? DEFAULT_START);
		this.random = new Random(options.seed ?? 1);
		this.timers = new Timers();
		this.store = new Store(() => this.clock.now, () => this.acting);
		this.queues = new Queues(this.timers, () => this.clock.now, (actor, cause, run) => this.as(actor, cause, run));
	}
	/** Virtual time, ms since the epoch. */
	get now() {
		return this.clock.now;
	}
	/** Runs with an actor (and the revision that made it act) recorded on every write. */
	as(actor, cause, run) {
		const before = this.acting;
		this.acting = {
			actor,
			cause
		};
		try {
			return run();
		} finally {
			this.acting = before;
		}
	}
	get actor() {
		return this.acting.actor;
	}
	/**
	* A named piece of state, made on first use: a plain JSON object that its owner changes in place.
	* Ask for it each time (do not keep the reference across a restore).
	*/
	slot(name, init) {
		this.inits.set(name, init);
		const found = this.slots[name];
		if (found !== void 0) return found;
		const made = init();
		this.slots[name] = made;
		return made;
	}
	/**
	* Stops the world in the middle of what it is doing: until the function returned is called, no timer runs and no way to move time
	* does anything. For code that is still on its way: nobody in the world can tell that it was not there.
	*/
	hold() {
		this.holds++;
		return () => {
			this.holds--;
		};
	}
	get held() {
		return this.holds > 0;
	}
	/** Runs everything due up to now + ms, in order of time. Stops early, after a timer, when `until` answers true or the world is held. */
	advance(ms, until) {
		const end = this.clock.now + ms;
		while (!this.held && !until?.()) {
			const due = this.timers.nextAt();
			if (due === void 0 || due > end) {
				this.clock.now = Math.max(this.clock.now, end);
				return;
			}
			this.clock.now = Math.max(this.clock.now, due);
			this.timers.runNext();
		}
	}
	/** For the page: real milliseconds that passed, turned into virtual ones by the clock's speed (0 while paused). `until` as in advance. */
	tick(realMs, until) {
		const ms = this.clock.virtual(realMs);
		if (ms > 0) this.advance(ms, until);
	}
	/** Advances to the next timer (and all others of that moment), also while paused. False when nothing is pending. */
	step() {
		const due = this.timers.nextAt();
		if (due === void 0) return false;
		this.advance(Math.max(0, due - this.clock.now));
		return true;
	}
	/** Owners of state outside slots (live generators) write it to their slot here, and rebuild it after a restore. */
	onSnapshot(before, after) {
		this.beforeSnapshot.push(before);
		this.afterRestore.push(after);
	}
	snapshot() {
		for (const prepare of this.beforeSnapshot) prepare();
		return {
			version: 1,
			clock: {
				now: this.clock.now,
				paused: this.clock.paused,
				speed: this.clock.speed
			},
			random: this.random.state(),
			store: this.store.snapshot(),
			timers: this.timers.snapshot(),
			queues: this.queues.snapshot(),
			slots: this.changedSlots()
		};
	}
	/** A copy of the slots. One that is as it began is no state: who asks for it next makes it again, whether it was there or not. */
	changedSlots() {
		const changed = {};
		for (const [name, value] of Object.entries(this.slots)) {
			const text = JSON.stringify(value);
			const init = this.inits.get(name);
			if (!init || text !== JSON.stringify(init())) changed[name] = JSON.parse(text);
		}
		return changed;
	}
	/** Replaces all state by the snapshot's (which is not changed by what follows). Registered code stays. */
	restore(snapshot) {
		this.clock.now = snapshot.clock.now;
		this.clock.paused = snapshot.clock.paused;
		this.clock.speed = snapshot.clock.speed;
		this.random.restore(snapshot.random);
		this.store.restore(snapshot.store);
		this.timers.restore(snapshot.timers);
		this.queues.restore(snapshot.queues);
		this.slots = clone(snapshot.slots);
		for (const rebuild of this.afterRestore) rebuild();
	}
};
function clone(value) {
	return JSON.parse(JSON.stringify(value));
}
// src/session/laptop.ts
/** The learner's laptop: where the terminals run, with its files, its programs and its kubeconfig. */
var LAPTOP = "laptop";
var HOME = "/home/learner";
/** Folders that a fresh laptop has. */
var FOLDERS = [
	"/bin",
	"/etc",
	"/home",
	HOME,
	"/tmp",
	"/usr",
	"/usr/bin",
	"/var",
	"/var/log"
];
/** The environment of a new terminal. */
function laptopEnvironment(extra = {}) {
	return {
		HOME,
		USER: "learner",
		LOGNAME: "learner",
		SHELL: "/bin/bash",
		PATH: "/usr/local/bin:/usr/bin:/bin",
		PWD: HOME,
		TERM: "xterm-256color",
		LANG: "C.UTF-8",
		EDITOR: "vi",
		...extra
	};
}
/** Files of the system that people look at. */
var SYSTEM = {
	"/etc/hostname": "drydock\n",
	"/etc/hosts": "127.0.0.1	localhost\n127.0.1.1	drydock\n",
	"/etc/resolv.conf": "nameserver 192.168.65.7\n",
	"/etc/passwd": "root:x:0:0:root:/root:/bin/bash\nlearner:x:1000:1000:learner:/home/learner:/bin/bash\n",
	"/etc/group": "root:x:0:\nlearner:x:1000:\n",
	"/etc/os-release": "PRETTY_NAME=\"Drydock\"\nNAME=\"Drydock\"\nID=drydock\n"
};
/** Registers the laptop with the kernel; its files live in the world, `texts` are there from the start. Call again after a restore. */
function registerLaptop(world, kernel, programs, texts) {
	const written = world.slot("laptop-files", () => ({}));
	const files = new FileSystem(written, () => world.now);
	for (const folder of FOLDERS) files.mkdir(folder, { parents: true });
	for (const [path, text] of Object.entries({
		...SYSTEM,
		...texts
	})) {
		if (files.exists(path)) continue;
		files.mkdir(path.slice(0, path.lastIndexOf("/")), { parents: true });
		files.write(path, text);
	}
	const names = Object.keys(programs).sort();
	kernel.register({
		id: LAPTOP,
		hostname: "drydock",
		files,
		program: (name) => Object.hasOwn(programs, name) ? programs[name] : void 0,
		programNames: () => names
	});
}
// src/session/headless.ts
/** Shells without a screen: what tests, the command line, scenarios and the page's own look-ups use. */
/** Runs one program on the laptop until it ends, moving virtual time as far as it needs. */
var Runner = class {
	world;
	kernel;
	constructor(world, kernel) {
		this.world = world;
		this.kernel = kernel;
	}
	/**
	* Starts the program and collects what it prints. The promise resolves when it ends, which needs somebody to move time:
	* the page's frames, or `finish`.
	*/
	start(argv, env, listeners = {}, instant = false) {
		return new Promise((resolve) => this.spawn(argv[0], argv, env, listeners, instant, resolve));
	}
	spawn(program, argv, env, listeners, instant, ended) {
		let out = "";
		let err = "";
		const stdout = this.kernel.hostPipe((text) => {
			if (text === null) return;
			out += text;
			listeners.onOut?.(text);
		});
		const stderr = this.kernel.hostPipe((text) => {
			if (text === null) return;
			err += text;
			listeners.onErr?.(text);
		});
		this.kernel.spawnOn(LAPTOP, {
			program,
			argv,
			env,
			cwd: HOME,
			instant,
			stdio: [
				{ kind: "null" },
				stdout.write,
				stderr.write
			],
			onExit: ({ code }) => ended({
				out,
				err,
				code
			})
		});
	}
	/** Runs a program to its end, moving virtual time. */
	async run(argv, env) {
		let output;
		this.spawn(argv[0], argv, env, {}, false, (ended) => {
			output = ended;
		});
		while (!output) await this.move();
		return output;
	}
	/** A shell that is fed texts; see HeadlessShell. */
	openShell(env, listeners) {
		const lines = new Channel();
		const codes = new Channel();
		let printed = {
			out: "",
			err: ""
		};
		this.spawn(lazyProgram(shellCode, ({ fedShell }) => fedShell(lines, codes)), ["bash"], env, {
			onOut: (text) => {
				printed.out += text;
				listeners.onOut?.(text);
			},
			onErr: (text) => {
				printed.err += text;
				listeners.onErr?.(text);
			}
		}, false, () => codes.close());
		return { run: async (text) => {
			printed = {
				out: "",
				err: ""
			};
			lines.push(text);
			let code;
			for (code = codes.poll(); code === void 0; code = codes.poll()) await this.move();
			return {
				...printed,
				code: code ?? 0
			};
		} };
	}
	/** Goes to the next thing that happens; waits for what is being loaded. */
	async move() {
		await Promise.resolve();
		if (this.kernel.awaiting) {
			await this.kernel.settled();
			return;
		}
		const next = this.world.timers.nextAt();
		if (next === void 0) throw new Error("the program waits for something that will never happen");
		this.world.advance(Math.max(0, next - this.world.now));
	}
};
// src/session/home.ts
/** The kubeconfig belongs to the cluster of the moment: in another one its namespaces do not exist. */
var isKept = (path) => path !== ".kube" && !path.startsWith(".kube/");
function saveHome(files) {
	const saved = {};
	const visit = (folder) => {
		for (const name of files.list(`${HOME}/${folder}`.replace(/\/$/, ""))) {
			const path = folder + name;
			const entry = files.stat(`${HOME}/${path}`);
			if (!entry || !isKept(path)) continue;
			saved[path] = entry.kind === "directory" ? null : {
				text: entry.text,
				mode: entry.mode
			};
			if (entry.kind === "directory") visit(`${path}/`);
		}
	};
	visit("");
	return saved;
}
/** Puts saved files back. What is no saved file (an old or foreign text) is left out. */
function restoreHome(files, saved) {
	if (typeof saved !== "object" || saved === null) return;
	for (const [name, entry] of Object.entries(saved)) {
		const path = files.resolve(HOME, name);
		if (!path.startsWith(`/home/learner/`) || !isKept(name)) continue;
		if (entry === null) {
			if (!files.exists(path)) files.mkdir(path, { parents: true });
		} else if (typeof entry === "object" && typeof entry.text === "string" && !files.isDirectory(path)) {
			const folder = path.slice(0, path.lastIndexOf("/"));
			if (files.exists(folder) && !files.isDirectory(folder)) continue;
			files.mkdir(folder, { parents: true });
			files.write(path, entry.text, { mode: typeof entry.mode === "number" ? entry.mode & 511 : 420 });
		}
	}
}
// src/session/reads.ts
/** Variable of a process that looks on the page's behalf: nobody asked for what it reads. */
var LOOK = "DRYDOCK_LOOK";
var KEPT = 100;
var slotOf = (world) => world.slot("api-reads", () => ({
	next: 1,
	reads: []
}));
/** Remembers a request that reads objects; discovery, writes and completion are not looking. */
function noteRead(world, { method, path, query = {} }, { machine, env, argv }) {
	if (method !== "GET" || machine.id !== "laptop" || env["DRYDOCK_LOOK"] !== void 0 || /^(?:ba)?sh$/.test(argv[0] ?? "")) return;
	if (!/^\/api\/v1\/.|^\/apis\/[^/]+\/[^/]+\/./.test(path)) return;
	const slot = slotOf(world);
	slot.reads.push({
		id: slot.next++,
		path,
		query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
	});
	if (slot.reads.length > KEPT) slot.reads.shift();
}
function readsOf(world) {
	return slotOf(world).reads;
}
function countOf(world) {
	return slotOf(world).next - 1;
}
// src/session/scenarios.ts
var scenarios = [{
	id: "empty",
	titleKey: "scenarioEmpty",
	setup: [],
	environment: {}
}, {
	id: "bootcamp-2019",
	titleKey: "scenarioBootcamp2019",
	setup: ["kubectl run kubernetes-bootcamp --image=gcr.io/google-samples/kubernetes-bootcamp:v1 --port=8080", "kubectl rollout status deployment/kubernetes-bootcamp"],
	environment: {
		DRYDOCK_KUBECTL_COMPAT: "2019",
		DRYDOCK_CURL_COMPAT: "2019"
	}
}];
// src/session/cluster.ts
/** One simulated cluster with the learner's laptop beside it: everything put together. The page, the command line and tests use this. */
/** Virtual time that a fresh cluster gets to come up, ms. */
var SETTLE_MS = 6e4;
/** The shell's start-up file on the laptop. */
var BASHRC = `# Read by every interactive shell.
PS1='\\[\\e[34m\\]\\w\\[\\e[0m\\] \\[\\e[1;32m\\]\\$\\[\\e[0m\\] '
alias k=kubectl
alias ll='ls -l'
alias ls='ls --color=auto'
alias grep='grep --color=auto'
# kubectl's colours: export NO_COLOR=1 turns them off.
`;
var Cluster = class {
	world;
	kernel;
	rest;
	environment;
	runner;
	filesChanged;
	/** By terminal: what its shell said of itself at its last prompt. Ends with the page, as terminals do. */
	shellStates = /* @__PURE__ */ new Map();
	/** See `createCluster`. */
	constructor(options, scenario) {
		const world = new World(options);
		const kernel = new Kernel(world);
		const writes = new Writes(world, new Registry(freshKinds));
		const rest = lazy(async () => {
			const added = (await import("./rest-rTMqmQgb.js")).addRest(world, kernel, writes);
			for (const image of this.images()) added.nodes.addImage(image);
			return added;
		});
		this.world = world;
		this.kernel = kernel;
		this.rest = rest;
		runControllers(world, writes, freshControllers);
		kernel.device("apiserver", (request, process) => {
			noteRead(world, request, process);
			return this.api.handle(request);
		}, rest);
		kernel.device("network", (request, process) => this.network.device(request, process), rest);
		kernel.device("minikube", (request) => this.loaded.minikube(request), rest);
		kernel.device("suggestion", suggestionDevice());
		kernel.device("shell-state", ({ terminal, text }) => {
			this.shellStates.set(terminal, text);
			return true;
		});
		this.registerMachines();
		bootstrap(world, writes, options.nodes ?? 1, options.addons ?? DEFAULT_ADDONS);
		this.environment = laptopEnvironment(scenario.environment);
		this.runner = new Runner(world, kernel);
		this.settle();
		this.images();
		this.images().push(...scenario.images ?? []);
		this.writeFiles(scenario.files ?? {});
	}
	/** The scenario's own images. */
	images() {
		return this.world.slot("own-images", () => ({ list: [] })).list;
	}
	/** Writes files of the laptop, by absolute path or from the home folder, with their folders. */
	writeFiles(texts) {
		const { files } = this.kernel.machine("laptop") ?? {};
		for (const [path, text] of Object.entries(texts)) {
			const absolute = files?.resolve("/home/learner", path) ?? path;
			files?.mkdir(absolute.slice(0, absolute.lastIndexOf("/")) || "/", { parents: true });
			files?.write(absolute, text);
		}
	}
	/** Loads what is otherwise loaded with the first request of a client. Nothing in the world can tell whether it is there. */
	async load() {
		await this.rest.load();
	}
	/** Loads that and kubectl: what somebody who types will need in a moment. */
	async preload() {
		await Promise.all([this.rest.load(), kubectlCode.load()]);
	}
	/** The API server. Like `network` and `nodes`, it is there after `load`, or after a client's first request. */
	get api() {
		return this.loaded.server;
	}
	get network() {
		return this.loaded.network;
	}
	get nodes() {
		return this.loaded.nodes;
	}
	get loaded() {
		if (!this.rest.value) throw new Error("not loaded yet: await cluster.load() first");
		return this.rest.value;
	}
	/** A new terminal with an interactive shell; when the shell is left, another one starts. */
	openTerminal(columns = 80, rows = 24, begun) {
		const tty = this.kernel.openTty(columns, rows);
		const states = this.shellStates;
		const taps = /* @__PURE__ */ new Set();
		let screen;
		let unseen = begun?.shown ? `${begun.shown.replace(/\r?\n/g, "\r\n")}\r\n` : "";
		const name = String(tty.id);
		let before = begun?.state ?? "";
		this.shellStates.set(name, before);
		let atPrompt = false;
		tty.onOutput((text) => {
			const [on, off] = [text.lastIndexOf("\x1B[?2004h"), text.lastIndexOf("\x1B[?2004l")];
			if (on !== off) atPrompt = on > off;
			if (screen) screen(text);
			else unseen += text;
			for (const tap of taps) tap(text);
		});
		let open = true;
		const start = () => {
			if (open) this.startShell(tty, {
				terminal: name,
				resume: before
			}, start);
			before = "";
		};
		start();
		this.world.advance(0);
		return {
			input: (text) => {
				tty.input(text);
				this.world.advance(0);
			},
			onOutput: (listener) => {
				screen = listener;
				if (!listener || unseen === "") return;
				const text = unseen;
				unseen = "";
				listener(text);
			},
			tap: (listener) => {
				taps.add(listener);
				return () => taps.delete(listener);
			},
			get atPrompt() {
				return atPrompt;
			},
			resize: (width, height) => {
				tty.resize(width, height);
				this.world.advance(0);
			},
			get state() {
				return states.get(name) ?? "";
			},
			close: () => {
				open = false;
				states.delete(name);
				this.kernel.closeTty(tty);
			}
		};
	}
	/** A shell without a screen that keeps its state between calls; each call runs in virtual time as fast as it can. */
	openShell(listeners = {}) {
		return this.runner.openShell(this.environment, listeners);
	}
	/**
	* Says who edits files for `vi`, `nano`, `code` and `kubectl edit`. `open` gets the file and must call `done` once, with the text as it
	* was saved or without one; it answers how to close the editor when the program that waits for it is ended meanwhile.
	*/
	onEdit(open) {
		this.kernel.device("editor", (file) => {
			const answer = new Channel();
			answer.onCancel = open(file, (text) => {
				answer.push(text === void 0 ? {} : { text });
				this.world.advance(0);
			});
			return answer;
		});
	}
	/** The learner's files as they are now; see `SavedFiles`. */
	saveFiles() {
		return saveHome(this.laptopFiles);
	}
	/** Puts saved files back and tells of later changes. */
	keepFiles(saved, changed) {
		restoreHome(this.laptopFiles, saved);
		this.filesChanged = changed;
	}
	get laptopFiles() {
		return this.kernel.machine(LAPTOP).files;
	}
	/** What a command prints, found out at once: it takes no virtual time of its own. For the page's look-ups. */
	async look(argv) {
		const output = this.runner.start(argv, {
			...this.environment,
			[LOOK]: "1"
		}, {}, true);
		this.world.advance(0);
		return output;
	}
	/** Gives the cluster real time that passed (the clock decides what it is worth). `until` stops early when it answers true. */
	tick(realMs, until = () => false) {
		if (!this.kernel.awaiting) this.world.tick(realMs, until);
	}
	/** Goes to the next thing that happens, also while paused. */
	step() {
		if (!this.kernel.awaiting) this.world.step();
	}
	/** Number of requests over the network so far. */
	requestCount() {
		return countTraces(this.world);
	}
	/** The last requests over the network, oldest first. */
	traces() {
		return tracesOf(this.world);
	}
	/** What programs on the laptop read from the API: the last of them, oldest first. */
	reads() {
		return readsOf(this.world);
	}
	/** Number of such reads so far. */
	readCount() {
		return countOf(this.world);
	}
	/** All state as plain JSON data. Programs in terminals are not part of it. */
	snapshot() {
		return this.world.snapshot();
	}
	/** Goes back to a snapshot's state; terminals stay open at what they show. The cluster must have been loaded (`load`). */
	restore(snapshot) {
		this.loaded;
		this.world.restore(snapshot);
		for (const image of this.images()) this.nodes.addImage(image);
		this.registerMachines();
		this.kernel.resumeRestored();
	}
	registerMachines() {
		registerLaptop(this.world, this.kernel, programs, {
			[`${HOME}/.bashrc`]: BASHRC,
			[`${HOME}/.kube/config`]: DEFAULT_KUBECONFIG
		});
		this.laptopFiles.onChange = (path) => {
			if (path.startsWith(`/home/learner/`)) this.filesChanged?.();
		};
	}
	startShell(tty, init, onExit) {
		const target = {
			kind: "tty",
			tty: tty.id
		};
		this.kernel.spawnOn(LAPTOP, {
			program: terminalShell,
			argv: ["bash", "-i"],
			env: this.environment,
			cwd: HOME,
			init,
			stdio: [
				target,
				target,
				target
			],
			tty,
			onExit
		});
	}
	/** Lets a fresh cluster come up. */
	settle() {
		this.world.advance(SETTLE_MS);
	}
	/** Runs the lines of a scenario's set-up; they must succeed. */
	async prepare(lines) {
		for (const line of lines) {
			const { code, err } = await this.runner.run([
				"bash",
				"-c",
				line
			], this.environment);
			if (code !== 0) throw new Error(`scenario set-up failed: ${line}: ${err}`);
		}
	}
};
/** A cluster that has come up, with its scenario's set-up done. */
async function createCluster(options = {}) {
	const { scenario: wanted = "empty" } = options;
	const scenario = typeof wanted === "string" ? scenarios.find(({ id }) => id === wanted) : wanted;
	if (!scenario) throw new Error(`unknown scenario "${wanted}"`);
	const cluster = new Cluster(options, scenario);
	if (!options.onDemand) await cluster.load();
	await cluster.prepare(scenario.setup);
	return cluster;
}
/** The shell of a terminal. Where its code cannot be fetched (no network), Enter tries again. */
var terminalShell = function* (process) {
	for (;;) try {
		return yield* (yield* load(shellCode)).bash(process);
	} catch (error) {
		if (shellCode.value || !(error instanceof SysError)) throw error;
		yield* write(2, `bash: ${error.path}. Press Enter to try again.\n`);
		yield* readLine(0);
	}
};
export { Cluster, createCluster, scenarios };
