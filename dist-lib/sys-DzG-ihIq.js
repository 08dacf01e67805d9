// src/kernel/error.ts
var MESSAGES = {
	ENOENT: "No such file or directory",
	EEXIST: "File exists",
	EISDIR: "Is a directory",
	ENOTDIR: "Not a directory",
	ENOTEMPTY: "Directory not empty",
	EACCES: "Permission denied",
	EBADF: "Bad file descriptor",
	EPIPE: "Broken pipe",
	EINTR: "Interrupted system call",
	ECHILD: "No child processes",
	ESRCH: "No such process",
	EINVAL: "Invalid argument",
	EROFS: "Read-only file system",
	ENODEV: "Inappropriate ioctl for device",
	EIO: "Input/output error",
	EAGAIN: "Resource temporarily unavailable"
};
/** A failed system call. `message` is strerror's text, so `${path}: ${error.message}` reads as real tools print it. */
var SysError = class extends Error {
	errno;
	path;
	/** With EINTR: the caught signal. */
	signal;
	constructor(errno, path, signal) {
		super(MESSAGES[errno]);
		this.errno = errno;
		this.path = path;
		this.signal = signal;
	}
};
// src/kernel/sys.ts
/** What is there to read, at least one character; null at the end. Blocks, with `ms` at most so long: then it fails with EAGAIN. */
function* read(fd, max, ms) {
	return yield {
		op: "read",
		fd,
		line: false,
		...max === void 0 ? {} : { max },
		...ms === void 0 ? {} : { ms }
	};
}
/** The next line with its newline (the last may have none); null at the end. Leaves the rest for the next reader. Blocks as `read` does. */
function* readLine(fd, ms) {
	return yield {
		op: "read",
		fd,
		line: true,
		...ms === void 0 ? {} : { ms }
	};
}
/** Everything until the end. Blocks. */
function* readAll(fd) {
	let text = "";
	for (;;) {
		const chunk = yield* read(fd);
		if (chunk === null) return text;
		text += chunk;
	}
}
/** Writes; blocks while a pipe is full; SIGPIPE ends the program when nobody reads (EPIPE where that signal is ignored). */
function* write(fd, text) {
	if (text !== "") yield {
		op: "write",
		fd,
		text
	};
}
/** Opens a file (path relative to the working directory; /dev/null and /dev/tty too); returns the descriptor. Fails with ENOENT, EISDIR, ... */
function* open(path, mode) {
	return yield {
		op: "open",
		path,
		mode
	};
}
function* close(fd) {
	yield {
		op: "close",
		fd
	};
}
/** A second descriptor for the same target: `to` (closed first if open), or the lowest free one from 10. */
function* dup(fd, to) {
	return yield {
		op: "dup",
		fd,
		...to === void 0 ? {} : { to }
	};
}
/** A new pipe: [read end, write end]. */
function* pipe() {
	return yield { op: "pipe" };
}
function* isatty(fd) {
	return yield {
		op: "isatty",
		fd
	};
}
/** Runs one operation on this machine's files; `cwd` resolves relative paths (`files.resolve(cwd, path)`). Fails with the FileSystem's errors. */
function* files(call) {
	return yield {
		op: "files",
		call
	};
}
/** Sleeps in virtual time. Infinity sleeps until a signal. */
function* sleep(ms) {
	yield {
		op: "sleep",
		ms
	};
}
/**
* The time that a client itself takes (start, round trip), so that the cluster gets on meanwhile as it does for a real one.
* Takes none while the clock is paused, and none for a process started as instant (the page's own look-ups).
*/
function* latency(ms) {
	yield {
		op: "sleep",
		ms,
		latency: true
	};
}
/** Virtual time, milliseconds since the epoch. */
function* now() {
	return yield { op: "now" };
}
/** A number in [0, 1) from the world's seeded generator. */
function* random() {
	return yield { op: "random" };
}
/** Starts a child; returns its pid. Fails with ENOENT when there is no such program. */
function* spawn(options) {
	return yield {
		op: "spawn",
		options
	};
}
/** Waits for one child (or any) to end; with hang: false returns null when none has. Fails with ECHILD when there is no such child. */
function* wait(pid, options = {}) {
	return yield {
		op: "wait",
		pid,
		hang: options.hang ?? true,
		untraced: options.untraced ?? false
	};
}
/** Signals a process (pid) or a group (negative). Fails with ESRCH. */
function* kill(target, signal) {
	yield {
		op: "kill",
		target,
		signal
	};
}
/**
* Which signals this process catches (a blocked call then fails with EINTR, `error.signal` names it; while running, the next
* call does) and which it ignores; all others act as POSIX has them by default. Replaces the earlier choice.
*/
function* signals(caught, ignored = []) {
	yield {
		op: "signals",
		caught,
		ignored
	};
}
/** On the controlling terminal: raw or cooked mode, the foreground group, or its size. Fails with ENODEV without one. */
function* tty(request) {
	return yield {
		op: "tty",
		request
	};
}
/** The next value of a channel; null at its end. Blocks. */
function* receive(channel) {
	return yield {
		op: "receive",
		channel
	};
}
/**
* Asks a device registered with the kernel: `apiserver`, `network`, `minikube`, `editor`, ...
* The device answers at once, or with a channel whose first value is the answer (then this blocks).
*/
function* device(name, request) {
	return yield {
		op: "device",
		device: name,
		request
	};
}
/** Code or data that is not in the first bundle. The world stands still until it is there. Fails with EIO when it cannot be had. */
function* load(code) {
	return yield {
		op: "load",
		code
	};
}
/** The processes of this machine. */
function* processes() {
	return yield { op: "processes" };
}
/** Lets others run (an endless loop that does nothing else must call it). Costs a little virtual time. */
function* yieldNow() {
	yield { op: "yield" };
}
export { write as C, wait as S, SysError as T, receive as _, isatty as a, spawn as b, load as c, pipe as d, processes as f, readLine as g, readAll as h, files as i, now as l, read as m, device as n, kill as o, random as p, dup as r, latency as s, close as t, open as u, signals as v, yieldNow as w, tty as x, sleep as y };
