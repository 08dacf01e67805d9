import { T as SysError, h as readAll, i as files, n as device } from "./sys-DzG-ihIq.js";
import { _ as isObject, w as CommandError } from "./live-DW4PX-bo.js";
import { m as marshalJson, n as YamlError, t as readYaml } from "./yaml-B_WFZAc6.js";
// src/kubectl/resource/files.ts
/** Objects from -f: files, folders and standard input, YAML or JSON, one or many documents. */
var EXTENSIONS = [
	".json",
	".yaml",
	".yml"
];
/** Looks at this machine's files. What `look` throws as a CommandError fails the command: the kernel itself passes on its own errors alone. */
function* lookAtFiles(look) {
	const found = yield* files((tree, cwd) => {
		try {
			return { value: look(tree, cwd) };
		} catch (failure) {
			if (failure instanceof CommandError) return { failure };
			throw failure;
		}
	});
	if (found.failure) throw found.failure;
	return found.value;
}
/** Reads every -f. Throws CommandError for what cannot be read. */
function* readSources(filenames, recursive) {
	const sources = [];
	let single = false;
	let many = false;
	for (const filename of filenames) if (filename === "-") {
		sources.push({
			name: "STDIN",
			text: yield* readAll(0)
		});
		many = true;
	} else if (filename === "/dev/null") {
		sources.push({
			name: filename,
			text: ""
		});
		single = true;
	} else if (/^https?:\/\//.test(filename)) sources.push({
		name: filename,
		text: yield* download(filename)
	});
	else {
		const found = yield* lookAtFiles((tree, cwd) => filesAt(tree, cwd, filename, recursive));
		if (!recursive && found.length === 1) single = true;
		if (found.length > 1) many = true;
		sources.push(...found);
	}
	return {
		sources,
		single: single || !many && sources.length === 1
	};
}
function filesAt(tree, cwd, name, recursive) {
	const full = tree.resolve(cwd, name);
	if (!tree.exists(full)) throw new CommandError(`the path ${JSON.stringify(name)} does not exist`);
	if (!tree.isDirectory(full)) return [{
		name,
		text: tree.read(full)
	}];
	const found = below(tree, full, name.replace(/\/+$/, ""), recursive);
	if (found.length === 0) throw new CommandError(`error reading [${name}]: recognized file extensions are [${EXTENSIONS.join(" ")}]`);
	return found;
}
function below(tree, folder, shown, recursive) {
	return tree.list(folder).flatMap((entry) => {
		const path = folder === "/" ? `/${entry}` : `${folder}/${entry}`;
		if (tree.isDirectory(path)) return recursive ? below(tree, path, `${shown}/${entry}`, recursive) : [];
		return EXTENSIONS.some((extension) => entry.endsWith(extension)) ? [{
			name: `${shown}/${entry}`,
			text: tree.read(path)
		}] : [];
	});
}
function* download(url) {
	const [, scheme = "http", host = "", port, path = "/"] = /^(https?):\/\/([^:/]+)(?::(\d+))?(\/.*)?$/.exec(url) ?? [];
	const request = {
		method: "GET",
		scheme,
		host,
		port: Number(port ?? (scheme === "https" ? 443 : 80)),
		path,
		headers: []
	};
	const result = yield* device("network", {
		op: "http",
		from: { kind: "laptop" },
		request
	});
	if (!result.response) {
		const why = result.failure === "unresolved" ? `dial tcp: lookup ${host}: no such host` : `dial tcp ${result.address ?? host}:${result.port}: connect: connection ${result.failure}`;
		throw new CommandError(`unable to read URL ${JSON.stringify(url)}, server reported: Get ${JSON.stringify(url)}: ${why}`);
	}
	const { status, reason, body } = result.response;
	if (status !== 200) throw new CommandError(`unable to read URL ${JSON.stringify(url)}, server reported ${status} ${reason}, status code=${status}`);
	return body;
}
/** The objects of a source, in order; empty documents are skipped. `validate` asks for apiVersion and kind in the validator's words. */
function parseManifests({ name, text }, validate) {
	let documents;
	try {
		documents = readYaml(text);
	} catch (error) {
		if (error instanceof YamlError) throw new CommandError(`error parsing ${name}: ${error.message}`);
		throw error;
	}
	return documents.filter((document) => document !== null && document !== void 0).map((document) => {
		if (!isObject(document)) throw new CommandError(`error validating ${JSON.stringify(name)}: error validating data: invalid object to validate; if you choose to ignore these errors, turn validation off with --validate=false`);
		if (validate) checkTypeMeta(document, name);
		for (const [field, label] of [["kind", "Kind"], ["apiVersion", "apiVersion"]]) if (!document[field]) throw new CommandError(`unable to decode ${JSON.stringify(name)}: Object '${label}' is missing in '${marshalJson(document)}'`);
		return {
			object: document,
			source: name
		};
	});
}
function checkTypeMeta(object, name) {
	const errors = ["apiVersion", "kind"].flatMap((field) => {
		if (object[field] === void 0) return [`${field} not set`];
		return typeof object[field] === "string" ? [] : [`${field} isn't string type`];
	});
	if (errors.length === 0) return;
	const text = errors.length === 1 ? errors[0] : `[${errors.join(", ")}]`;
	throw new CommandError(`error validating ${JSON.stringify(name)}: error validating data: ${text}; if you choose to ignore these errors, turn validation off with --validate=false`);
}
/** The text of one file named by a flag (`--patch-file`, `--from-file`). Throws CommandError built by `fail` from the system's words. */
function* readFile(path, fail) {
	try {
		return yield* files((tree, cwd) => tree.read(tree.resolve(cwd, path)));
	} catch (error) {
		if (error instanceof SysError) throw fail(error.errno === "EISDIR" ? `read ${path}: is a directory` : `open ${path}: ${error.message.toLowerCase()}`);
		throw error;
	}
}
export { readSources as i, parseManifests as n, readFile as r, lookAtFiles as t };
