import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTemplate, GoTemplateError } from './index.ts';

const data = {
  kind: 'Deployment',
  metadata: { name: 'web', labels: { tier: 'b', app: 'web' } },
  spec: { replicas: 3, ports: [{ nodePort: 31234, name: 'http' }, { nodePort: 8080 }], big: 10_000_000, half: 0.5 },
  b64: 'aGk=',
  html: `<a href="x">'&`,
  empty: {},
  nil: null,
};
const run = (text: string, allowMissingKeys = true) => compileTemplate(text).execute(data, { allowMissingKeys });
const failure = (text: string, allowMissingKeys = true) => {
  try {
    run(text, allowMissingKeys);
  } catch (error) {
    if (error instanceof GoTemplateError) return error.message;
    throw error;
  }
  return undefined;
};

describe('go-template', () => {
  it.each([
    ['{{.metadata.name}}', 'web'],
    ['{{(index .spec.ports 0).nodePort}}', '31234'],
    ['{{range .spec.ports}}{{.nodePort}} {{end}}', '31234 8080 '],
    ['{{range $k, $v := .metadata.labels}}{{$k}}={{$v}};{{end}}', 'app=web;tier=b;'],
    ['{{range $i, $p := .spec.ports}}{{$i}}:{{$p.nodePort}} {{end}}', '0:31234 1:8080 '],
    ['{{range .spec.ports}}{{if .name}}{{continue}}{{end}}{{.nodePort}}{{end}}', '8080'],
    ['{{range .spec.ports}}{{.nodePort}}{{break}}{{end}}', '31234'],
    ['{{range .nosuch}}x{{else}}none{{end}}', 'none'],
    ['{{range 3}}{{.}}{{end}}', '012'],
    ['{{with .metadata}}{{.name}} {{$.kind}}{{end}}', 'web Deployment'],
    ['{{with .nosuch}}a{{else with .kind}}{{.}}{{end}}', 'Deployment'],
    ['{{if and .kind (gt .spec.half 0.1)}}yes{{else if .x}}no{{end}}', 'yes'],
    ['{{$x := 1}}{{range .spec.ports}}{{$x = .nodePort}}{{end}}{{$x}}', '8080'],
    ['a {{- 1 -}} b{{/* note */}}{{- /* trimmed */ -}} c', 'a1bc'],
    ['{{define "t"}}<{{.}}>{{end}}{{template "t" .kind}}{{block "u" 5}}[{{.}}]{{end}}', '<Deployment>[5]'],
    ['{{.nosuch}} {{.nosuch.deeper}} {{.nil}}', '<no value> <no value> <no value>'],
    ['{{.metadata}}', 'map[labels:map[app:web tier:b] name:web]'],
    ['{{.spec.big}} {{.spec.replicas}} {{.spec.half}}', '10000000 3 0.5'],
    ['{{.spec.ports}}', '[map[name:http nodePort:31234] map[nodePort:8080]]'],
    ['{{.b64 | base64decode | printf "%q"}}', '"hi"'],
    ['{{exists .metadata "name"}} {{exists .metadata "x"}} {{exists .spec.ports 5}}', 'true false false'],
    ['{{len .kind}} {{len .spec.ports}} {{len .metadata}}', '10 2 2'],
    ['{{slice .kind 0 3}} {{index .metadata.labels "app"}} {{index .spec.ports 1 "nodePort"}}', 'Dep web 8080'],
    [
      '{{html .html}} {{js .html}} {{urlquery "a b&c/é"}}',
      `&lt;a href=&#34;x&#34;&gt;&#39;&amp; \\u003Ca href\\u003D\\"x\\"\\u003E\\'\\u0026 a+b%26c%2F%C3%A9`,
    ],
    [
      '{{eq .kind "a" "Deployment"}} {{ne 1 2}} {{lt 1 2}} {{le 2 2}} {{ge "b" "a"}} {{not 0}} {{or 0 "x"}} {{and 1 ""}}',
      'true true true true true true x ',
    ],
    ['{{print 1 2 "x" true}} {{println "a" 1}}', '1 2xtrue a 1\n'],
    [
      '{{printf "%5d|%-5s|%05.1f|%x|%X|%t|%v|%%|%c|%U" 42 "ab" 3.14159 255 "hi" true nil 65 65}}',
      '   42|ab   |003.1|ff|6869|true|<nil>|%|A|U+0041',
    ],
    ['{{printf "%d %s" .spec.replicas .spec.half}}', '3 %!s(float64=0.5)'],
    ['{{printf "%d" 1 2}} {{printf "%d"}} {{printf "%"}}', '1%!(EXTRA int=2) %!d(MISSING) %!(NOVERB)'],
    [
      '{{printf "%T %T %T %#v" .kind .spec.half .metadata .metadata.labels}}',
      'string float64 map[string]interface {} map[string]interface {}{"app":"web", "tier":"b"}',
    ],
    ['{{\'a\'}} {{0x1F}} {{1e3}} {{1_000}} {{`raw\\n`}} {{"\\u00e9\\n"}}', '97 31 1000 1000 raw\\n é\n'],
    ['{{"a" | printf "%s-%s" "b"}}', 'b-a'],
  ])('%s', (text, out) => expect(run(text)).toBe(out));

  it.each([
    ['{{if', 'template: output:1: unclosed action'],
    ['{{.a', 'template: output:1: unclosed action'],
    ['x\n{{if .a\n', 'template: output:3: unclosed action started at output:2'],
    ['{{if .a}}', 'template: output:1: unexpected EOF'],
    ['{{end}}', 'template: output:1: unexpected {{end}}'],
    ['{{if}}x{{end}}', 'template: output:1: missing value for if'],
    ['{{foo}}', 'template: output:1: function "foo" not defined'],
    ['{{$x}}', 'template: output:1: undefined variable "$x"'],
    ['{{.a | 1}}', 'template: output:1: non executable command in pipeline stage 2'],
    ['{{break}}', 'template: output:1: {{break}} outside {{range}}'],
    ['{{(.a}}', 'template: output:1: unclosed left paren'],
    ['{{"abc}}', 'template: output:1: unterminated quoted string'],
    ['{{1x}}', 'template: output:1: bad number syntax: "1x"'],
    ['{{.a-b}}', "template: output:1: bad character U+002D '-'"],
    ['{{/* x}}', 'template: output:1: unclosed comment'],
    ['{{template x}}', 'template: output:1: unexpected "x" in template clause'],
    ['{{range $a, $b, $c := .x}}{{end}}', 'template: output:1: too many declarations in range'],
    ['{{1.a}}', 'template: output:1: bad number syntax: "1.a"'],
    ['{{"a".b}}', 'template: output:1: unexpected . after term "\\"a\\""'],
  ])('does not parse %j', (text, message) => expect(failure(text)).toBe(message));

  it.each([
    ['{{.kind.x}}', 'template: output:1:7: executing "output" at <.kind.x>: can\'t evaluate field x in type interface {}'],
    ['{{.nil.x}}', 'template: output:1:6: executing "output" at <.nil.x>: nil pointer evaluating interface {}.x'],
    [
      '{{index .spec.ports 2}}',
      'template: output:1:2: executing "output" at <index .spec.ports 2>: error calling index: reflect: slice index out of range',
    ],
    [
      '{{index .spec.ports 9}}',
      'template: output:1:2: executing "output" at <index .spec.ports 9>: error calling index: index out of range: 9',
    ],
    [
      '{{eq .spec.replicas "3"}}',
      'template: output:1:2: executing "output" at <eq .spec.replicas "3">: error calling eq: incompatible types for comparison: int64 and string',
    ],
    ['{{range .kind}}{{end}}', 'template: output:1:8: executing "output" at <.kind>: range can\'t iterate over Deployment'],
    ['{{len 3}}', 'template: output:1:2: executing "output" at <len 3>: error calling len: len of type int'],
    ['{{template "x"}}', 'template: output:1:11: executing "output" at <{{template "x"}}>: template "x" not defined'],
    ['{{.kind "x"}}', 'template: output:1:2: executing "output" at <.kind>: kind is not a method but has arguments'],
    ['{{not}}', 'template: output:1:2: executing "output" at <not>: wrong number of args for not: want 1 got 0'],
    [
      '{{base64decode "*"}}',
      'template: output:1:2: executing "output" at <base64decode "*">: error calling base64decode: base64 decode failed: illegal base64 data at input byte 0',
    ],
    [
      '{{define "t"}}{{template "t"}}{{end}}{{template "t"}}',
      'template: output:1:25: executing "t" at <{{template "t"}}>: exceeded maximum template depth (100000)',
    ],
  ])('does not execute %j', (text, message) => expect(failure(text)).toBe(message));

  it('can insist on keys', () => {
    expect(failure('{{.nosuch}}', false)).toBe('template: output:1:2: executing "output" at <.nosuch>: map has no entry for key "nosuch"');
  });

  it('fails only with its own error, and ends', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '.kind',
      '.spec',
      ' ',
      '|',
      'if ',
      'range ',
      'end',
      'else',
      '$x',
      ':=',
      '"a"',
      '1',
      '(',
      ')',
      'printf',
      'index ',
      '%d',
      '{{- ',
      ' -}}',
      'define "t"',
      'template "t"',
      '{{end}}',
      '{{range .spec}}',
      'é',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
        ),
        (text) => void failure(text),
      ),
    );
    expect(failure('{{define "t"}}{{template "t"}}{{template "t"}}{{end}}{{range 10000000000}}{{end}}x')).toMatch(
      /too many steps|too much/,
    );
    expect(failure('{{range 1000000}}{{range 1000000}}a{{end}}{{end}}')).toMatch(/too many steps/);
    expect(failure('{{if 1}}'.repeat(5000))).toMatch(/nested too deeply/);
    expect(failure(`{{${'('.repeat(5000)}`)).toMatch(/nested too deeply|unclosed action/);
  });
});
