import { expect, it } from 'vitest';
import { celCode, celValue, run } from './cel.ts';

await celCode.load();

const self = celValue(undefined, { names: ['b', 'a'], numbers: [3, 1, 2], text: 'abc 123 d4', memory: '1Gi', none: [], ip: '10.1.2.3' });

/** Examples of the documentation's page "Common Expression Language in Kubernetes", and others like them. */
it.each([
  'self.numbers.map(x, x * 2).sum() == 12 && [1.5, 2.5].sum() == 4.0',
  'self.numbers.max() == 3 && self.numbers.min() == 1 && self.names.max() == "b"',
  '!self.names.isSorted() && ["a", "b"].isSorted() && self.none.isSorted()',
  'self.names.indexOf("a") == 1 && self.names.indexOf("c") == -1 && [1, 2, 1].lastIndexOf(1) == 2',
  'self.text.find("[0-9]+") == "123" && self.text.findAll("[0-9]+") == ["123", "4"] && self.text.findAll("[0-9]", 2).size() == 2',
  'self.text.replace("1", "x").charAt(4) == "x" && "a.b.c".replace(".", "-", 1) == "a-b.c" && "abc".reverse() == "cba"',
  '"%s has %d of %.1f%%".format(["x", 3, 2.25]) == "x has 3 of 2.3%" && "%s".format([["a", 1]]) == "[a, 1]"',
  'quantity("500000G").isInteger() && quantity("50k").asInteger() == 50000 && isQuantity("1.3G") && !isQuantity("x")',
  'quantity(self.memory).isGreaterThan(quantity("100Mi")) && quantity("150Mi").compareTo(quantity("150Mi")) == 0',
  'quantity("50k").add("20k" == "" ? quantity("0") : quantity("20k")).sub(50000).asInteger() == 20000',
  'quantity("100M").sub(quantity("200M")).sign() == -1 && quantity("50.703k").asApproximateFloat() == 50703.0',
  'url("https://user@example.com:80/a/b?k=1&k=2").getHost() == "example.com:80" && isURL("/path") && !isURL("path")',
  'url("https://example.com:80/a?k=1&k=2").getPort() == "80" && url("https://[::1]:80/").getHostname() == "::1"',
  'url("https://example.com/?k=1&k=2").getQuery() == {"k": ["1", "2"]}',
  'ip(self.ip).family() == 4 && isIP("::1") && !isIP("1.2.3") && ip("127.0.0.1").isLoopback()',
  'cidr("10.0.0.0/8").containsIP(self.ip) && !cidr("10.0.0.0/24").containsIP(ip(self.ip)) && cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16")',
  'sets.contains(self.numbers, [1, 2]) && sets.intersects(self.names, ["a", "x"]) && sets.equivalent([1, 1], [1])',
])('%s', (expression) => {
  expect(run(expression, { self })).toBe(true);
});

it.each(['self.none.max()', 'quantity("x")', 'ip("1.2.3")'])('%s fails', (expression) => {
  expect(() => run(expression, { self })).toThrow();
});
