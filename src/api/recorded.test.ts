/** What a real v1.36 server answered (from the recordings), against what this one answers. */
import { describe, expect, test } from 'vitest';
import { kinds } from '../kinds/index.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import { World } from '../world/world.ts';
import { ApiServer } from './server.ts';
import type { ApiResponse } from './types.ts';

await rulesCode.load();

function server(): ApiServer {
  const api = new ApiServer(new World(), kinds);
  for (const name of ['default', 'kube-system']) api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  return api;
}

function post(api: ApiServer, path: string, body: unknown, query: Record<string, string> = { fieldValidation: 'Strict' }): ApiResponse {
  return api.handle({ method: 'POST', path, body, query });
}

const PODS = '/api/v1/namespaces/default/pods';
const DEPLOYMENTS = '/apis/apps/v1/namespaces/default/deployments';

const FULL = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'full', labels: { app: 'full' } },
  spec: {
    containers: [
      {
        name: 'main',
        image: 'nginx',
        command: ['/bin/sh', '-c', 'sleep 3600'],
        env: [
          { name: 'A', value: '1' },
          { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
        ],
        ports: [{ containerPort: 80, name: 'http' }],
        resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
        livenessProbe: { httpGet: { path: '/healthz', port: 'http' }, initialDelaySeconds: 300 },
        volumeMounts: [{ name: 'tmp', mountPath: '/scratch' }],
      },
    ],
    volumes: [{ name: 'tmp', emptyDir: {} }],
  },
};

describe('a Pod', () => {
  test('gets the defaults and additions of the real server', () => {
    const { status, body } = post(server(), PODS, FULL);
    expect(status).toBe(201);
    const pod = JSON.parse(JSON.stringify(body).replace(/kube-api-access-\w{5}/g, 'kube-api-access-XXXXX'));
    expect(pod.spec).toEqual({
      containers: [
        {
          command: ['/bin/sh', '-c', 'sleep 3600'],
          env: [
            { name: 'A', value: '1' },
            { name: 'POD_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } } },
          ],
          image: 'nginx',
          imagePullPolicy: 'Always',
          livenessProbe: {
            failureThreshold: 3,
            httpGet: { path: '/healthz', port: 'http', scheme: 'HTTP' },
            initialDelaySeconds: 300,
            periodSeconds: 10,
            successThreshold: 1,
            timeoutSeconds: 1,
          },
          name: 'main',
          ports: [{ containerPort: 80, name: 'http', protocol: 'TCP' }],
          resources: { limits: { cpu: '200m', memory: '128Mi' }, requests: { cpu: '100m', memory: '64Mi' } },
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          volumeMounts: [
            { mountPath: '/scratch', name: 'tmp' },
            { mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', name: 'kube-api-access-XXXXX', readOnly: true },
          ],
        },
      ],
      dnsPolicy: 'ClusterFirst',
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      priority: 0,
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      securityContext: {},
      serviceAccount: 'default',
      serviceAccountName: 'default',
      terminationGracePeriodSeconds: 30,
      tolerations: [
        { effect: 'NoExecute', key: 'node.kubernetes.io/not-ready', operator: 'Exists', tolerationSeconds: 300 },
        { effect: 'NoExecute', key: 'node.kubernetes.io/unreachable', operator: 'Exists', tolerationSeconds: 300 },
      ],
      volumes: [
        { emptyDir: {}, name: 'tmp' },
        {
          name: 'kube-api-access-XXXXX',
          projected: {
            defaultMode: 420,
            sources: [
              { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
              { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
              { downwardAPI: { items: [{ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' }] } },
            ],
          },
        },
      ],
    });
    expect(pod.status).toEqual({ phase: 'Pending', qosClass: 'Burstable' });
    expect(pod.metadata).toMatchObject({ generation: 1, name: 'full', namespace: 'default' });
  });
});

describe('a Deployment', () => {
  test('gets the defaults of the real server', () => {
    const { body } = post(server(), DEPLOYMENTS, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', labels: { app: 'web' }, creationTimestamp: null },
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: 'web' } },
        strategy: {},
        template: {
          metadata: { labels: { app: 'web' }, creationTimestamp: null },
          spec: { containers: [{ image: 'nginx:1.25', name: 'nginx', ports: [{ containerPort: 80 }], resources: {} }] },
        },
      },
      status: {},
    });
    expect(body).toMatchObject({ metadata: { generation: 1 }, status: {} });
    expect((body as { spec: unknown }).spec).toEqual({
      progressDeadlineSeconds: 600,
      replicas: 3,
      revisionHistoryLimit: 10,
      selector: { matchLabels: { app: 'web' } },
      strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' }, type: 'RollingUpdate' },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [
            {
              image: 'nginx:1.25',
              imagePullPolicy: 'IfNotPresent',
              name: 'nginx',
              ports: [{ containerPort: 80, protocol: 'TCP' }],
              resources: {},
              terminationMessagePath: '/dev/termination-log',
              terminationMessagePolicy: 'File',
            },
          ],
          dnsPolicy: 'ClusterFirst',
          restartPolicy: 'Always',
          schedulerName: 'default-scheduler',
          securityContext: {},
          terminationGracePeriodSeconds: 30,
        },
      },
    });
  });
});

const container = { name: 'c', image: 'nginx' };
const deployment = (spec: unknown): unknown => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'bad' }, spec });
const pod = (name: string, spec: unknown): unknown => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec });
const labelled = (app: string, containers: unknown = [container]): unknown => ({ metadata: { labels: { app } }, spec: { containers } });
const SUBDOMAIN =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

describe('what is wrong', () => {
  test.each([
    [
      DEPLOYMENTS,
      deployment({ selector: { matchLabels: { app: 'one' } }, template: labelled('two') }),
      'Deployment.apps "bad" is invalid: spec.template.metadata.labels: Invalid value: {"app":"two"}: `selector` does not match template `labels`',
    ],
    [
      DEPLOYMENTS,
      deployment({ template: labelled('two', []) }),
      'Deployment.apps "bad" is invalid: [spec.selector: Required value, spec.template.metadata.labels: Invalid value: {"app":"two"}: `selector` does not match template `labels`, spec.template.spec.containers: Required value]',
    ],
    [
      DEPLOYMENTS,
      deployment({
        replcas: 2,
        selector: { matchLabels: { app: 'two' } },
        template: labelled('two', [{ ...container, imagePullPolicy: 'Sometimes' }]),
      }),
      'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.replcas"',
    ],
    [
      DEPLOYMENTS,
      deployment({ replicas: 'two', selector: { matchLabels: { app: 'two' } }, template: labelled('two') }),
      'Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32',
    ],
    [
      PODS,
      pod('Bad_Name', { containers: [{ name: 'C!', image: 'nginx', ports: [{ containerPort: 70000 }] }] }),
      `Pod "Bad_Name" is invalid: [metadata.name: Invalid value: "Bad_Name": ${SUBDOMAIN}, spec.containers[0].name: Invalid value: "C!": ${LABEL}, spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive]`,
    ],
    [
      PODS,
      pod('dup', {
        restartPolicy: 'Sometimes',
        containers: [
          { name: 'a', image: 'nginx' },
          { name: 'a', image: '' },
        ],
      }),
      'Pod "dup" is invalid: [spec.containers[1].image: Required value, spec.containers[1].name: Duplicate value: "a", spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"]',
    ],
    [
      PODS,
      pod('res', { containers: [{ ...container, resources: { requests: { cpu: 2 }, limits: { cpu: 1, memory: 'lots' } } }] }),
      'Pod in version "v1" cannot be handled as a Pod: quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\'',
    ],
    ['/api/v1/namespaces/nosuch/pods', pod('a', { containers: [container] }), 'namespaces "nosuch" not found'],
  ])('POST %s: the message of the real server', (path, body, message) =>
    expect(post(server(), path, body).body).toMatchObject({ message }),
  );

  test('an existing name, and an immutable field', () => {
    const api = server();
    const good = deployment({ selector: { matchLabels: { app: 'imp' } }, template: labelled('imp') });
    expect(post(api, DEPLOYMENTS, good).status).toBe(201);
    expect(post(api, DEPLOYMENTS, good).body).toMatchObject({
      message: 'deployments.apps "bad" already exists',
      reason: 'AlreadyExists',
      code: 409,
    });
    const patch = { spec: { selector: { matchLabels: { app: 'x' } } } };
    const headers = { 'content-type': 'application/strategic-merge-patch+json' };
    expect(api.handle({ method: 'PATCH', path: `${DEPLOYMENTS}/bad`, body: patch, headers }).body).toMatchObject({
      message:
        'Deployment.apps "bad" is invalid: [spec.template.metadata.labels: Invalid value: {"app":"imp"}: `selector` does not match template `labels`, spec.selector: Invalid value: {"matchLabels":{"app":"x"}}: field is immutable]',
    });
    expect(api.handle({ method: 'GET', path: '/api/v1/namespaces/default/pods', query: { labelSelector: 'env in' } }).body).toMatchObject({
      message: "unable to parse requirement: found '' expected: '('",
      code: 400,
    });
  });
});
