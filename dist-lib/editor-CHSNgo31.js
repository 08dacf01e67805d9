import { S as wait, T as SysError, b as spawn, i as files, n as device, p as random } from "./sys-DzG-ihIq.js";
import { A as isNotFound, E as Exit, O as StatusError, b as sameJson, u as groupResource, v as itemsOf, w as CommandError, y as metadataOf } from "./live-DW4PX-bo.js";
import { h as printJson, i as printYaml, n as YamlError, t as readYaml } from "./yaml-B_WFZAc6.js";
import { c as withoutManagedFields, o as resultPrinter } from "./printer-DzE4IJcq.js";
// src/kubectl/editor.ts
/** Editing objects as a file: what edit and apply edit-last-applied share. */
var HEADERS = {
	object: `# Please edit the object below. Lines beginning with a '#' will be ignored,
# and an empty file will abort the edit. If an error occurs while saving this file will be
# reopened with the relevant failures.
#
`,
	"last-applied": `# Please edit the 'last-applied-configuration' annotations below.
# Lines beginning with a '#' will be ignored, and an empty file will abort the edit.
#
`
};
/** Opens the editor until what it saves is valid, unchanged or empty. */
function* editObjects(invocation, infos, mode, send) {
	const json = invocation.flags.string("output") === "json";
	const print = (value) => json ? `${printJson(value)}\n` : printYaml(value);
	const shown = infos.map((info) => withoutManagedFields(info.object));
	const original = print(shown.length === 1 ? shown[0] : {
		apiVersion: "v1",
		items: shown,
		kind: "List",
		metadata: {}
	});
	const path = `/tmp/kubectl-edit-${1e9 + Math.floor((yield* random()) * 3e9)}.${json ? "json" : "yaml"}`;
	let content = original;
	let reasons = [];
	for (;;) {
		yield* files((tree) => tree.write(path, HEADERS[mode] + reasons.map(reasonText).join("") + content));
		yield* openEditor(invocation, path);
		const body = withoutComments(yield* files((tree) => tree.read(path)));
		if (reasons.length > 0 && body === withoutComments(content)) {
			yield* invocation.err(`A copy of your changes has been stored to ${JSON.stringify(path)}\n`);
			throw new CommandError("Edit cancelled, no valid changes were saved.");
		}
		if (body === withoutComments(original)) return yield* cancelled(invocation, path, "Edit cancelled, no changes made.\n");
		if (body.trim() === "") return yield* cancelled(invocation, path, "Edit cancelled, saved file was empty.\n");
		content = body;
		const changed = parseEdited(body);
		if ("head" in changed) {
			reasons = [changed];
			continue;
		}
		const failed = [];
		for (const info of infos) {
			const after = changed.find((object) => isSame(object, info));
			if (!after) continue;
			const reason = yield* sendOne(invocation, info, withoutManagedFields(info.object), after, send, path);
			if (reason) failed.push(reason);
		}
		if (failed.length === 0) return yield* files((tree) => tree.remove(path));
		reasons = failed;
	}
}
function isSame(object, info) {
	return object["kind"] === info.object["kind"] && metadataOf(object).name === info.name;
}
function* cancelled(invocation, path, text) {
	yield* files((tree) => tree.remove(path));
	yield* invocation.err(text);
}
/** Sends one object; a Reason when the server finds it invalid. */
function* sendOne(invocation, info, before, after, send, path) {
	const print = yield* resultPrinter(invocation);
	if (sameJson(before, after)) {
		yield* print(after, "skipped");
		return;
	}
	if (metadataOf(after).namespace !== void 0 && (metadataOf(after).namespace ?? "") !== info.namespace) throw new CommandError(`the namespace from the provided object ${JSON.stringify(metadataOf(after).namespace)} does not match the namespace ${JSON.stringify(info.namespace)}. You must pass '--namespace=${metadataOf(after).namespace}' to perform this operation.`);
	try {
		yield* print(yield* send(info, before, after), "edited");
		return;
	} catch (error) {
		if (!(error instanceof StatusError)) throw error;
		const what = `${groupResource(info.mapping)} ${JSON.stringify(info.name)}`;
		if (error.reason === "Invalid") {
			yield* invocation.err(`error: ${what} is invalid\n`);
			return {
				head: `${what} was not valid`,
				details: (error.status.details?.causes ?? []).map((cause) => `${cause.field}: ${cause.message}`)
			};
		}
		if (isNotFound(error)) yield* invocation.err(`error: ${what} could not be found on the server\nThe edits you made on deleted resources have been saved to ${JSON.stringify(path)}\n`);
		else yield* invocation.err(`error: ${what} could not be patched: ${error.message}\nYou can run \`kubectl replace -f ${path}\` to try this update again.\n`);
		throw new Exit(1);
	}
}
function parseEdited(text) {
	try {
		return readYaml(text).flatMap((document) => itemsOf(document) ?? [document]);
	} catch (error) {
		if (error instanceof YamlError) return {
			head: `The edited file had a syntax error: error parsing edited-file: ${error.message}`,
			details: []
		};
		throw error;
	}
}
function reasonText({ head, details }) {
	const hashed = (text) => text.replaceAll("\n", "\n# ");
	const lines = details.map((detail) => `# * ${hashed(detail)}\n`).join("");
	return `# ${hashed(head)}${details.length > 0 ? ":" : ""}\n${lines}#\n`;
}
function withoutComments(text) {
	return text.split("\n").filter((line) => !line.trimStart().startsWith("#")).join("\n");
}
/** $KUBE_EDITOR, $EDITOR or vi; where that is no program here, the page's editor. */
function* openEditor({ process }, path) {
	const editor = process.env["KUBE_EDITOR"] || process.env["EDITOR"] || "vi";
	const argv = /^[^\s'"$|&;<>]+$/.test(editor) ? [editor, path] : [
		"sh",
		"-c",
		`${editor} ${JSON.stringify(path)}`
	];
	let status;
	try {
		const pid = yield* spawn({
			program: argv[0],
			argv
		});
		status = yield* wait(pid);
	} catch (error) {
		if (!(error instanceof SysError) || error.errno !== "ENOENT") throw error;
		status = yield* pageEditor(editor, path);
	}
	if (status && status.code !== 0) throw new CommandError(`there was a problem with the editor ${JSON.stringify(editor)}`);
}
function* pageEditor(editor, path) {
	try {
		yield* device("editor", { path });
		return { code: 0 };
	} catch (error) {
		if (error instanceof SysError) throw new CommandError(`unable to launch the editor ${JSON.stringify(editor)}`);
		throw error;
	}
}
export { editObjects as t };
