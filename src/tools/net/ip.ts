/** ip, ifconfig and hostname's addresses: the one interface that a machine here has. */

import type { Sys } from '../../kernel/types.ts';
import { resolveName } from '../../network/client.ts';
import { LAPTOP_ADDRESS } from '../../network/objects.ts';
import { options, usageError } from '../options.ts';
import { type Call, Failure, type Tool } from '../tool.ts';

interface Link {
  readonly address: string;
  readonly prefix: number;
  readonly gateway: string;
  readonly mac: string;
}

/** The address under which others reach this machine. */
export function* ownAddress(call: Call): Sys<string> {
  const { machine } = call.process;
  if (machine.id === 'laptop') return LAPTOP_ADDRESS;
  return (yield* resolveName(machine.hostname)).addresses[0] ?? '127.0.0.1';
}

function* link(call: Call): Sys<Link> {
  const address = yield* ownAddress(call);
  const parts = address.split('.');
  const hex = (part: string): string => Number(part).toString(16).padStart(2, '0');
  return { address, prefix: 24, gateway: [...parts.slice(0, 3), '1'].join('.'), mac: `02:42:${parts.map(hex).join(':')}` };
}

const broadcastOf = (address: string): string => address.replace(/\d+$/, '255');

export const ip: Tool = function* (call) {
  const words = call.args.filter((arg) => !/^-(?:4|6|o|br|brief|c|color|family|inet6?)$/.test(arg));
  const brief = call.args.some((arg) => arg === '-br' || arg === '-brief');
  if (call.args.includes('-6')) return 0;
  const [object = '', verb = 'show'] = words;
  const { address, prefix, gateway, mac } = yield* link(call);
  const is = (name: string): boolean => object !== '' && name.startsWith(object);
  if (!['show', 'list', 'ls', 'sh', 's', 'l'].includes(verb) && !is('route'))
    throw new Failure(
      call.busybox ? `${object} ${verb}: Operation not permitted` : 'RTNETLINK answers: Operation not permitted',
      2,
      !call.busybox,
    );
  if (call.busybox && (is('address') || is('link'))) {
    const [, only] = /(?:^| )(eth0|lo)$/.exec(words.slice(1).join(' ')) ?? [];
    const valid = '       valid_lft forever preferred_lft forever\n';
    const lo =
      '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n';
    const eth0 = `2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue \n    link/ether ${mac} brd ff:ff:ff:ff:ff:ff\n`;
    const withAddress = is('address');
    if (only !== 'eth0') call.put(lo + (withAddress ? `    inet 127.0.0.1/8 scope host lo\n${valid}` : ''));
    if (only !== 'lo')
      call.put(eth0 + (withAddress ? `    inet ${address}/${prefix} brd ${broadcastOf(address)} scope global eth0\n${valid}` : ''));
    return 0;
  }
  if (is('address')) {
    if (brief) {
      call.put(`lo               UNKNOWN        127.0.0.1/8 \neth0             UP             ${address}/${prefix} \n`);
      return 0;
    }
    const wanted = words.at(-1);
    const only = words.length > 2 && (wanted === 'eth0' || wanted === 'lo') ? wanted : undefined;
    if (only !== 'eth0')
      call.put(
        '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n    inet 127.0.0.1/8 scope host lo\n       valid_lft forever preferred_lft forever\n',
      );
    if (only !== 'lo')
      call.put(
        `2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default \n    link/ether ${mac} brd ff:ff:ff:ff:ff:ff link-netnsid 0\n    inet ${address}/${prefix} brd ${broadcastOf(address)} scope global eth0\n       valid_lft forever preferred_lft forever\n`,
      );
    return 0;
  }
  if (is('link')) {
    call.put(
      `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default \n    link/ether ${mac} brd ff:ff:ff:ff:ff:ff link-netnsid 0\n`,
    );
    return 0;
  }
  if (is('route')) {
    if (verb === 'get') call.put(`${words[2] ?? ''} via ${gateway} dev eth0 src ${address} uid 0 \n    cache \n`);
    else
      call.put(
        `default via ${gateway} dev eth0 \n${address.replace(/\d+$/, '0')}/${prefix} dev eth0 ${call.busybox ? 'scope link ' : 'proto kernel scope link'} src ${address} \n`,
      );
    return 0;
  }
  if (is('neighbour') || is('neigh')) return 0;
  if (object === '')
    throw new Failure(
      call.busybox ? usageError(call, '').trimStart() : 'Usage: ip [ OPTIONS ] { address | link | route | neighbour } { show }',
      255,
      true,
    );
  throw new Failure(call.busybox ? usageError(call, '').trimStart() : `Object "${object}" is unknown, try "ip help".`, 1, true);
};

export const ifconfig: Tool = function* (call) {
  const [name] = options(call, 'a').operands;
  const { address, mac } = yield* link(call);
  if (name !== undefined && name !== 'eth0' && name !== 'lo')
    throw new Failure(`${name}: error fetching interface information: Device not found`);
  if (name !== 'lo')
    call.put(
      `eth0      Link encap:Ethernet  HWaddr ${mac.toUpperCase()}  \n          inet addr:${address}  Bcast:${broadcastOf(address)}  Mask:255.255.255.0\n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\n`,
    );
  if (name !== 'eth0')
    call.put(
      'lo        Link encap:Local Loopback  \n          inet addr:127.0.0.1  Mask:255.0.0.0\n          UP LOOPBACK RUNNING  MTU:65536  Metric:1\n\n',
    );
  return 0;
};
