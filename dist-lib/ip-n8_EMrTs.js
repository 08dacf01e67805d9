import { r as resolveName } from "./client-B_noXVAs.js";
import { a as usageError, r as options } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/net/ip.ts
/** Laptops and nodes share minikube's bridge, so their addresses are in one network; Pods have theirs. */
var LAPTOP_ADDRESS = "192.168.49.1";
/** The address under which others reach this machine. */
function* ownAddress(call) {
	const { machine } = call.process;
	if (machine.id === "laptop") return LAPTOP_ADDRESS;
	return (yield* resolveName(machine.hostname)).addresses[0] ?? "127.0.0.1";
}
function* link(call) {
	const address = yield* ownAddress(call);
	const parts = address.split(".");
	const hex = (part) => Number(part).toString(16).padStart(2, "0");
	return {
		address,
		prefix: 24,
		gateway: [...parts.slice(0, 3), "1"].join("."),
		mac: `02:42:${parts.map(hex).join(":")}`
	};
}
var broadcastOf = (address) => address.replace(/\d+$/, "255");
var ip = function* (call) {
	const words = call.args.filter((arg) => !/^-(?:4|6|o|br|brief|c|color|family|inet6?)$/.test(arg));
	const brief = call.args.some((arg) => arg === "-br" || arg === "-brief");
	if (call.args.includes("-6")) return 0;
	const [object = "", verb = "show"] = words;
	const { address, prefix, gateway, mac } = yield* link(call);
	const is = (name) => object !== "" && name.startsWith(object);
	if (![
		"show",
		"list",
		"ls",
		"sh",
		"s",
		"l"
	].includes(verb) && !is("route")) throw new Failure(call.busybox ? `${object} ${verb}: Operation not permitted` : "RTNETLINK answers: Operation not permitted", 2, !call.busybox);
	if (is("address")) {
		if (brief) {
			call.put(`lo               UNKNOWN        127.0.0.1/8 \neth0             UP             ${address}/${prefix} \n`);
			return 0;
		}
		const wanted = words.at(-1);
		const only = words.length > 2 && (wanted === "eth0" || wanted === "lo") ? wanted : void 0;
		if (only !== "eth0") call.put("1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n    inet 127.0.0.1/8 scope host lo\n       valid_lft forever preferred_lft forever\n");
		if (only !== "lo") call.put(`2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default \n    link/ether ${mac} brd ff:ff:ff:ff:ff:ff link-netnsid 0\n    inet ${address}/${prefix} brd ${broadcastOf(address)} scope global eth0\n       valid_lft forever preferred_lft forever\n`);
		return 0;
	}
	if (is("link")) {
		call.put(`1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default \n    link/ether ${mac} brd ff:ff:ff:ff:ff:ff link-netnsid 0\n`);
		return 0;
	}
	if (is("route")) {
		if (verb === "get") call.put(`${words[2] ?? ""} via ${gateway} dev eth0 src ${address} uid 0 \n    cache \n`);
		else call.put(`default via ${gateway} dev eth0 \n${address.replace(/\d+$/, "0")}/${prefix} dev eth0 proto kernel scope link src ${address} \n`);
		return 0;
	}
	if (is("neighbour") || is("neigh")) return 0;
	if (object === "") throw new Failure(call.busybox ? usageError(call, "").trimStart() : "Usage: ip [ OPTIONS ] { address | link | route | neighbour } { show }", 255, true);
	throw new Failure(call.busybox ? usageError(call, "").trimStart() : `Object "${object}" is unknown, try "ip help".`, 1, true);
};
var ifconfig = function* (call) {
	const [name] = options(call, "a").operands;
	const { address, mac } = yield* link(call);
	if (name !== void 0 && name !== "eth0" && name !== "lo") throw new Failure(`${name}: error fetching interface information: Device not found`);
	if (name !== "lo") call.put(`eth0      Link encap:Ethernet  HWaddr ${mac.toUpperCase()}  \n          inet addr:${address}  Bcast:${broadcastOf(address)}  Mask:255.255.255.0\n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\n`);
	if (name !== "eth0") call.put("lo        Link encap:Local Loopback  \n          inet addr:127.0.0.1  Mask:255.0.0.0\n          UP LOOPBACK RUNNING  MTU:65536  Metric:1\n\n");
	return 0;
};
export { ifconfig, ip, ownAddress };
