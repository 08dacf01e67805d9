/** What a container has to work with, by what its image is built on; and what apt brings. */
import { describe, expect, it } from 'vitest';
import { createCluster } from '../../session/index.ts';

/** Pods of these images, and what a line of the laptop's shell prints. */
async function pods(images: Readonly<Record<string, string>>, command = ''): Promise<(text: string) => Promise<string>> {
  const shell = (await createCluster()).openShell();
  for (const [name, image] of Object.entries(images)) await shell.run(`kubectl run ${name} --image=${image} ${command}`);
  await shell.run('kubectl wait --for=condition=Ready pod --all --timeout=60s');
  return async (text) => {
    const { out, err } = await shell.run(text);
    return out + err;
  };
}

describe('the base of an image', () => {
  it('says which folders and which package manager there are', async () => {
    const run = await pods({ web: 'nginx', alpine: 'nginx:alpine', box: 'busybox' }, '-- sleep 1000');
    expect(await run('kubectl exec web -- ls / | xargs')).toBe(
      'bin boot dev docker-entrypoint.d docker-entrypoint.sh etc home lib lib64 media mnt opt proc root run sbin srv sys tmp usr var\n',
    );
    expect(await run('kubectl exec box -- ls / | xargs')).toBe('bin dev etc home lib lib64 proc root sys tmp usr var\n');
    expect(await run('kubectl exec web -- which bash ls')).toBe('/usr/bin/bash\n/usr/bin/ls\n');
    for (const [pod, missing] of [
      ['alpine', 'bash'],
      ['alpine', 'apt'],
      ['box', 'apt-get'],
    ])
      expect(await run(`kubectl exec ${pod} -- ${missing}`)).toContain(`exec: "${missing}": executable file not found in $PATH`);
  });

  it('runs programs by any path that leads to them', async () => {
    const run = await pods({ web: 'nginx', box: 'busybox' }, '-- sleep 1000');
    expect(await run("kubectl exec web -- bin/bash -c '/bin/echo a; cd /etc; ../bin/echo b; /usr/bin/env -u PATH echo c'")).toBe(
      'a\nb\nc\n',
    );
    expect(await run("kubectl exec box -- bin/sh -c '/bin/echo a; cp /bin/echo /tmp/mine; /tmp/mine b' 2>&1")).toBe(
      'a\nbin/sh: /tmp/mine: cannot execute binary file: Exec format error\ncommand terminated with exit code 126\n',
    );
    expect(await run('cd /; bin/echo a; cd')).toBe('a\n');
  });

  it('has the tools of busybox, as the images of the recorded cluster, with the words of its C library, and dash where it is Debian', async () => {
    const run = await pods({ web: 'nginx', box: 'busybox', alp: 'alpine' }, '-- sleep 1000');
    const said = (pod: string, line: string) => run(`kubectl exec ${pod} -- sh -c '${line}' 2>&1`);
    const line = 'foo; cd nope; echo "a\\\\nb"';
    expect(await said('box', line)).toBe("sh: foo: not found\nsh: cd: line 0: can't cd to nope: No such file or directory\na\\nb\n");
    expect(await said('web', line)).toBe("sh: 1: foo: not found\nsh: 1: cd: can't cd to nope\na\nb\n");
    expect(await said('box', 'ls --foo | head -1; head nope')).toMatch(
      /^ls: unrecognized option '--foo'\nBusyBox [^]*\nhead: nope: No such file or directory\n/,
    );
    expect(await said('alp', 'ls --foo; busybox echo hi')).toMatch(/^ls: unrecognized option: foo\nBusyBox [^]*\nhi\n$/);
  });
});

it('gives signals to the program that took the place of the shell', async () => {
  const run = await pods({ nothing: 'busybox' }, '-- sleep 1000');
  await run(`kubectl run last --image=nginx --command -- sh -c 'nginx -g "daemon off;"'
kubectl run told --image=nginx --command -- bash -c 'echo begins; exec nginx -g "daemon off;"'
kubectl wait --for=condition=Ready pod --all --timeout=60s`);
  for (const pod of ['last', 'told']) {
    expect(await run(`kubectl exec ${pod} -- ps`)).toMatch(/^ +1 root +0:00 nginx: master process nginx/m);
    const seconds = `start=$(date +%s); kubectl delete pod ${pod} > /dev/null; echo $(($(date +%s) - start))`;
    expect(Number(await run(seconds))).toBeLessThan(5); // its grace period is 30
  }
});

describe('apt', () => {
  it('installs programs once it knows the archive', async () => {
    const run = await pods({ web: 'nginx' });
    expect(await run("kubectl exec web -- sh -c 'apt-get install -y procps 2>&1 | tail -1'")).toBe('E: Unable to locate package procps\n');
    await run("kubectl exec web -- sh -c 'apt-get update && apt-get install -y procps xxd jq'");
    expect(await run('kubectl exec web -- ps -o pid,args -p 1')).toBe(
      '    PID COMMAND\n      1 nginx: master process nginx -g daemon off;\n',
    );
    expect(await run('kubectl exec web -- jq -n 1+1')).toBe('2\n');
    expect(await run("kubectl exec web -- sh -c 'apt-get install curl procps | grep newest'")).toBe(
      'curl is already the newest version.\nprocps is already the newest version.\n',
    );
    expect(await run("kubectl exec web -- sh -c 'apt-get install -qq lsof 2>&1 | head -1'")).toBe('E: Unable to locate package lsof\n');
    expect(await run("kubectl exec web -- sh -c 'apt-get remove -y jq | tail -1; which jq || echo gone'")).toBe('Removing jq ...\ngone\n');
    expect(await run('kubectl exec web -- apt-get dance')).toBe('E: Invalid operation dance\ncommand terminated with exit code 100\n');
  });

  it('needs the network, root and a file system that can be written', async () => {
    const shell = (await createCluster()).openShell();
    await shell.run(`cat <<'EOF' | kubectl apply -f -
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec:
  containers:
  - {name: root, image: debian, command: [sleep, "1000"]}
  - {name: user, image: debian, command: [sleep, "1000"], securityContext: {runAsUser: 1000}}
  - {name: fixed, image: debian, command: [sleep, "1000"], securityContext: {readOnlyRootFilesystem: true}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: none}
spec: {podSelector: {}, policyTypes: [Egress]}
EOF
kubectl wait --for=condition=Ready pod/web`);
    const update = async (container: string): Promise<string> =>
      (await shell.run(`kubectl exec web -c ${container} -- sh -c 'apt-get -qq update 2>&1 | head -1'`)).out;
    expect(await update('root')).toContain("Temporary failure resolving 'example.org'");
    expect(await update('user')).toBe('E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)\n');
    expect(await update('fixed')).toBe('E: Could not open lock file /var/lib/apt/lists/lock - open (30: Read-only file system)\n');
  });
});

describe('apk', () => {
  it('installs programs, with and without a list of the archive', async () => {
    const run = await pods({ alp: 'alpine', web: 'nginx' }, '-- sleep 1000');
    const sh = (text: string) => run(`kubectl exec alp -- sh -c '${text}' 2>&1`);
    expect(await sh('which curl || echo none; apk add --no-cache curl | tail -3; which curl')).toBe(
      'none\n(1/1) Installing curl\nExecuting busybox-1.37.0-r18.trigger\nOK: 9 MiB in 17 packages\n/usr/bin/curl\n',
    );
    expect(await sh('apk update -q; apk add -q bash redis; bash -c "echo \\$0"; redis-cli --version')).toMatch(/bash\nredis-cli \d/);
    expect(await sh('apk add --no-cache nosuch | grep -v fetch')).toMatch(
      /^ERROR: unable to select packages:\n {2}nosuch \(no such package\):\n {4}required by: world\[nosuch\]\n/,
    );
    expect(await sh('apk del curl; which curl || echo gone')).toMatch(/^\(1\/1\) Purging curl\nOK: .*\ngone\n$/);
    expect(await sh('cat /etc/alpine-release; grep ^ID= /etc/os-release')).toBe('3.22.2\nID=alpine\n');
    expect(await run('kubectl exec web -- grep CODENAME /etc/os-release')).toBe('VERSION_CODENAME=bookworm\n');
    expect(await run('apk update')).toContain('apk: command not found');
  });
});

describe("busybox's httpd", () => {
  it('serves a folder, in the foreground and in the background, until it is ended', async () => {
    const run = await pods({ box: 'busybox', alp: 'alpine' }, '-- sleep 1000');
    await run(
      `kubectl run front --image=busybox --port=80 -- sh -c 'mkdir /www; echo front > /www/index.html; httpd -f -v -p 80 -h /www'
kubectl expose pod front --port=80; kubectl wait --for=condition=Ready pod/front`,
    );
    expect(await run('kubectl exec alp -- wget -qO- http://front')).toBe('front\n');
    expect(await run('kubectl exec alp -- wget -qO- http://front/no 2>&1 | head -1')).toBe(
      'wget: server returned error: HTTP/1.1 404 Not Found\n',
    );
    expect(await run('kubectl logs front')).toMatch(/^[\d.]+: response:200\n[\d.]+: response:404\n$/);
    await run("kubectl exec box -- sh -c 'mkdir -p /w/sub; echo back > /w/index.html; busybox httpd -p 8080 -h /w'");
    const ip = (await run("kubectl get pod box -o jsonpath='{.status.podIP}'")).trim();
    expect(await run(`kubectl exec alp -- wget -qO- http://${ip}:8080/`)).toBe('back\n');
    expect(await run('kubectl exec box -- httpd -p 8080 2>&1 | head -1')).toBe('httpd: bind: Address already in use\n');
    expect(await run("kubectl exec box -- sh -c 'kill $(pidof httpd); sleep 1; netstat -tln | tail -n +3'")).toBe('');
    expect(await run(`kubectl exec alp -- wget -qO- http://${ip}:8080/ 2>&1 | head -1`)).toContain('Connection refused');
  });
});
