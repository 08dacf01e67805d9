import { describe, expect, it } from 'vitest';
import { wireText } from './wiretext.ts';

describe('what the server sends', () => {
  it('orders fields as Go structs do', () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { uid: 'u', namespace: 'default', labels: { b: '1', a: '<' }, name: 'p' },
      spec: { nodeName: 'n', containers: [] },
    };
    expect(wireText(pod, false)).toBe(
      '{"kind":"Pod","apiVersion":"v1","metadata":{"name":"p","namespace":"default","uid":"u","labels":{"a":"\\u003c","b":"1"}},"spec":{"containers":[],"nodeName":"n"}}\n',
    );
  });

  it('says the kind of a list once, and tells what a watch sees', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { uid: 'u', name: 'p' } };
    expect(wireText({ kind: 'PodList', apiVersion: 'v1', metadata: { continue: 'x', resourceVersion: '1' }, items: [pod] }, false)).toBe(
      '{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"1","continue":"x"},"items":[{"metadata":{"name":"p","uid":"u"}}]}\n',
    );
    expect(wireText({ type: 'ADDED', object: pod }, false)).toBe(
      '{"type":"ADDED","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"p","uid":"u"}}}\n',
    );
  });

  it('orders custom objects by the alphabet and leaves its own answers as they are', () => {
    expect(wireText({ kind: 'Boat', apiVersion: 'example.com/v1', metadata: { uid: 'u', name: 'a' } }, false)).toBe(
      '{"apiVersion":"example.com/v1","kind":"Boat","metadata":{"name":"a","uid":"u"}}\n',
    );
    expect(wireText({ kind: 'APIVersions', versions: ['v1'] }, true)).toBe(
      '{\n  "kind": "APIVersions",\n  "versions": [\n    "v1"\n  ]\n}',
    );
  });
});
