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
  'format.dns1123Label().validate("a-b").hasValue() == false && format.dns1123Label().validate("a_b").hasValue()',
  'format.dns1035LabelPrefix().validate("a-").orValue([]).size() == 0 && !format.named("nope").hasValue()',
  'format.named("date").value().validate("2024-02-30").value() == ["invalid date"] && !format.byte().validate("YQ==").hasValue()',
  'format.uuid().validate("x").value() == ["does not match the UUID format"] && !format.uri().validate("https://a/b").hasValue()',
  'semver("1.2.3").major() == 1 && semver("1.2.3-rc.1").isLessThan(semver("1.2.3")) && semver("1.10.0").compareTo(semver("1.9.0")) == 1',
  'isSemver("1.0.0") && !isSemver("v1.0") && isSemver("v1.0", true) && semver("v01.01", true).minor() == 1 && !isSemver("1.0.0-01")',
  '[1, 2, 3].all(i, v, v == i + 1) && {"a": 1}.exists(k, v, k == "a" && v == 1) && [0, 5].existsOne(i, v, i == v)',
  '["a", "b"].transformList(i, v, v + string(i)) == ["a0", "b1"] && [3, 1].transformList(i, v, v > 2, v * 2) == [6]',
  '{"a": 1, "b": 2}.transformMap(k, v, k != "a", v * 10) == {"b": 20}',
  '["x", "y"].transformMapEntry(i, v, {v: i}) == {"x": 0, "y": 1} && self.names.all(i, n, self.numbers.exists(j, m, j == i && m > 0))',
  'sets.contains(self.numbers, [1, 2]) && sets.intersects(self.names, ["a", "x"]) && sets.equivalent([1, 1], [1])',
])('%s', (expression) => {
  expect(run(expression, { self })).toBe(true);
});

it.each(['self.none.max()', 'quantity("x")', 'ip("1.2.3")'])('%s fails', (expression) => {
  expect(() => run(expression, { self })).toThrow();
});
