import { describe, it } from 'vitest';
import { session } from '../sessions.testing.ts';

const job = (name: string, spec: string, container: string, restartPolicy = 'Never'): string => `kubectl apply -f - <<'Y'
apiVersion: batch/v1
kind: Job
metadata: {name: ${name}}
spec:
${spec.replace(/^/gm, '  ')}
  template:
    spec:
      restartPolicy: ${restartPolicy}
      containers: [{name: w, image: busybox, ${container}}]
Y`;

describe('Jobs', () => {
  it('run so many Pods side by side, and so many in all', () =>
    session([
      [job('pi', 'completions: 3\nparallelism: 2', 'command: [sh, -c, "sleep 5; echo done"]'), 'job.batch/pi created'],
      ['sleep 3; kubectl get job pi', /^pi Running 0\/3 3s 3s$/m],
      ['kubectl get pods --no-headers | wc -l', /^2$/m],
      ['sleep 15; kubectl get job pi', /^pi Complete 3\/3 1\ds 18s$/m],
      ['kubectl get pods', /^(NAME.*\n)(pi-\w{5} 0\/1 Completed 0 .*\n){3}$/],
      ['kubectl get job pi -o jsonpath={.status.conditions[*].type}', /^SuccessCriteriaMet Complete$/],
      ['kubectl get pods -o jsonpath={.items[0].metadata.finalizers}', /^$/],
      ['kubectl delete job pi && kubectl get pods', ['deleted from default namespace', 'No resources found']],
    ]));

  it('by index: names, hostnames and variables carry it', () =>
    session([
      [
        job(
          'parts',
          'completions: 4\nparallelism: 4\ncompletionMode: Indexed',
          'command: [sh, -c, "echo $JOB_COMPLETION_INDEX $(hostname)"]',
        ),
      ],
      ['kubectl wait --for=condition=complete job/parts --timeout=60s', 'condition met'],
      ['kubectl logs -l job-name=parts | sort', '0 parts-0\n1 parts-1\n2 parts-2\n3 parts-3\n'],
      ['kubectl describe job parts', ['Completion Mode: Indexed', 'Completed Indexes: 0-3']],
      ['kubectl get pods -L batch.kubernetes.io/job-completion-index', /^parts-2-\w{5} 0\/1 Completed 0 \ds 2$/m],
    ]));

  it('each index may fail so often, and the Job goes on with the others', () =>
    session([
      [
        job(
          'some',
          'completions: 3\nparallelism: 3\ncompletionMode: Indexed\nbackoffLimitPerIndex: 1',
          'command: [sh, -c, "test $JOB_COMPLETION_INDEX != 1"]',
        ),
      ],
      ['sleep 60; kubectl get job some', /^some Failed 2\/3 /m],
      ['kubectl get job some -o jsonpath={.status.completedIndexes}/{.status.failedIndexes}', /^0,2\/1$/],
      ['kubectl get pods -l batch.kubernetes.io/job-completion-index=1 --no-headers | wc -l', /^2$/m],
      ['kubectl describe job some', 'Warning FailedIndexes'],
    ]));

  it('fail after backoffLimit retries, ten seconds and doubled apart', () =>
    session([
      [job('bad', 'backoffLimit: 2', 'command: ["false"]')],
      ['sleep 8; kubectl get job bad', /^bad Running 0\/1 8s 8s$/m],
      ['sleep 40; kubectl get job bad', /^bad Failed 0\/1 48s 48s$/m],
      ['kubectl get pods --no-headers | wc -l', /^3$/m],
      [
        'kubectl describe job bad',
        [
          /Pods Statuses: 0 Active \(0 Ready\) \/ 0 Succeeded \/ 3 Failed/,
          'Warning BackoffLimitExceeded',
          'Job has reached the specified backoff limit',
        ],
      ],
      ['kubectl wait --for=condition=complete job/bad --timeout=1s', 'timed out waiting for the condition on jobs/bad'],
    ]));

  it('with OnFailure restart the container in place', () =>
    session([
      [job('flaky', 'backoffLimit: 6', 'command: [sh, -c, "exit 3"]', 'OnFailure')],
      ['sleep 20; kubectl get pods', /^flaky-\w{5} 0\/1 (CrashLoopBackOff|Error) [12] \(.* ago\) 20s$/m],
    ]));

  it('end at their deadline when the last Pod is gone, and are removed when they have lived on long enough', () =>
    session([
      [job('slow', 'activeDeadlineSeconds: 8\nttlSecondsAfterFinished: 20', 'command: [sleep, "1000"]')],
      ['sleep 12; kubectl get job slow', /^slow FailureTarget 0\/1 /m],
      ['sleep 32; kubectl get job slow; kubectl get pods', [/^slow Failed 0\/1 /m, 'No resources found']],
      [
        'kubectl describe job slow',
        [
          'Active Deadline Seconds: 8s',
          'TTL Seconds After Finished: 20',
          'Warning DeadlineExceeded',
          'Job was active longer than specified deadline',
        ],
      ],
      ['sleep 20; kubectl get job slow', 'Error from server (NotFound): jobs.batch "slow" not found'],
    ]));

  it('wait while suspended', () =>
    session([
      [job('later', 'suspend: true', 'command: [sleep, "30"]')],
      ['sleep 2; kubectl get job later; kubectl get pods', [/^later Suspended 0\/1 2s$/m, 'No resources found']],
      ['kubectl patch job later -p \'{"spec":{"suspend":false}}\'; sleep 5; kubectl get job later', /^later Running 0\/1 5s 7s$/m],
      ['kubectl patch job later -p \'{"spec":{"suspend":true}}\'; sleep 2; kubectl get job later', /^later Suspended 0\/1/m],
      ['kubectl describe job later', ['Normal Suspended', 'Normal Resumed', 'Normal SuccessfulDelete']],
    ]));

  it('a failure policy ends a Job at once, or does not count', () =>
    session([
      [
        job(
          'strict',
          'backoffLimit: 6\npodFailurePolicy:\n  rules:\n  - {action: FailJob, onExitCodes: {containerName: w, operator: In, values: [42]}}',
          'command: [sh, -c, "exit 42"]',
        ),
      ],
      ['sleep 10; kubectl get job strict; kubectl get pods --no-headers | wc -l', [/^strict Failed 0\/1/m, /^1$/m]],
      [
        'kubectl describe job strict',
        /Warning PodFailurePolicy .*Container w for pod default\/strict-\w{5} failed with exit code 42 matching FailJob rule at index 0/,
      ],
    ]));

  it('a failure policy takes a condition without a status for one that is true', () =>
    session([
      [
        job(
          'calm',
          'backoffLimit: 0\npodFailurePolicy:\n  rules:\n  - {action: Ignore, onPodConditions: [{type: DisruptionTarget}]}',
          'command: [sleep, "100"]',
        ),
      ],
      [
        'kubectl get job calm -o jsonpath="{.spec.podFailurePolicy.rules}"',
        '[{"action":"Ignore","onPodConditions":[{"status":"True","type":"DisruptionTarget"}]}]',
      ],
      ['sleep 3; kubectl drain minikube --grace-period=0; kubectl uncordon minikube; sleep 5; kubectl get job calm', /^calm Running 0\/1/m],
    ]));

  it('refuse what cannot be', () =>
    session([
      [
        job('x', 'completions: 1', 'command: [date]', 'Always'),
        'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
      ],
      [job('x', 'parallelism: -1', 'command: [date]'), 'spec.parallelism: Invalid value: -1: must be greater than or equal to 0'],
      [
        job('x', 'completionMode: Indexed\nparallelism: 2', 'command: [date]'),
        'spec.completions: Required value: when completion mode is Indexed',
      ],
      [job('ok', 'completions: 1', 'command: [date]')],
      ['kubectl patch job ok -p \'{"spec":{"completions":2}}\'', 'spec.completions: Invalid value: 2: field is immutable'],
    ]));
});

const cron = (more: string, command = 'date'): string => `kubectl apply -f - <<'Y'
apiVersion: batch/v1
kind: CronJob
metadata: {name: tick}
spec:
  schedule: "* * * * *"
${more.replace(/^/gm, '  ')}
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers: [{name: w, image: busybox, command: [sh, -c, "${command}"]}]
Y`;

describe('CronJobs', () => {
  it('make a Job each minute and keep the last three', () =>
    session([
      ['kubectl create cronjob tick --image=busybox --schedule="*/1 * * * *" -- date', 'cronjob.batch/tick created'],
      ['kubectl get cronjob tick', /^tick \*\/1 \* \* \* \* <none> False 0 <none> 0s$/m],
      ['sleep 65; kubectl get cronjob,jobs', [/^cronjob.batch\/tick .* False 0 \ds 65s$/m, /^job.batch\/tick-\d{8} Complete 1\/1 /m]],
      ['sleep 300; kubectl get jobs --no-headers | wc -l', /^3$/m],
      [
        'kubectl get job -o jsonpath={.items[0].metadata.annotations}',
        /"batch.kubernetes.io\/cronjob-scheduled-timestamp":"2026-11-24T09:0\d:00Z"/,
      ],
      [
        'kubectl describe cronjob tick',
        [
          /Last Schedule Time: Tue, 24 Nov 2026 09:0\d:00 \+0000/,
          /Normal SuccessfulCreate .*cronjob-controller Created job tick-\d{8}/,
          /Normal SawCompletedJob .*Saw completed job: tick-\d{8}, condition: Complete/,
          /Normal SuccessfulDelete .*Deleted job tick-\d{8}/,
        ],
      ],
      ['kubectl patch cronjob tick -p \'{"spec":{"suspend":true}}\'; sleep 130; kubectl get cronjob tick', /^tick .* True 0 2m\d*s? /m],
      ['kubectl create job now --from=cronjob/tick; sleep 5; kubectl get job now', /^now Complete 1\/1/m],
      ['kubectl get job now -o jsonpath={.metadata.annotations}', '"cronjob.kubernetes.io/instantiate":"manual"'],
      ['kubectl delete cronjob tick; sleep 1; kubectl get jobs,pods', 'No resources found'],
    ]));

  it('forbid or replace a Job that still runs', () =>
    session([
      [cron('concurrencyPolicy: Forbid', 'sleep 90')],
      ['sleep 125; kubectl get cronjob tick; kubectl get jobs --no-headers | wc -l', [/^tick \* \* \* \* \* <none> False 1 /m, /^1$/m]],
      [
        'kubectl describe cronjob tick',
        [
          'Normal JobAlreadyActive',
          'Not starting job because prior execution is running and concurrency policy is Forbid',
          /Active Jobs: tick-\d{8}/,
        ],
      ],
      [cron('concurrencyPolicy: Replace', 'sleep 300')],
      ['sleep 130; kubectl get jobs --no-headers | wc -l', /^1$/m],
    ]));

  it('follow the clocks of their time zone', () =>
    session([
      [
        'kubectl create cronjob ny --image=busybox --schedule="5 4 * * *" -- date && kubectl patch cronjob ny -p \'{"spec":{"timeZone":"America/New_York"}}\'',
      ],
      ['kubectl get cronjob ny', /^ny 5 4 \* \* \* America\/New_York False 0 <none>/m],
      [
        'sleep 300; kubectl get jobs -o jsonpath={.items[0].metadata.annotations}',
        '"batch.kubernetes.io/cronjob-scheduled-timestamp":"2026-11-24T04:05:00-05:00"',
      ],
      [
        'kubectl patch cronjob ny -p \'{"spec":{"timeZone":"Mars/Olympus"}}\'',
        'spec.timeZone: Invalid value: "Mars/Olympus": unknown time zone Mars/Olympus',
      ],
      [
        'kubectl patch cronjob ny -p \'{"spec":{"schedule":"61 * * * *"}}\'',
        'spec.schedule: Invalid value: "61 * * * *": end of range (61) above maximum (59): 61',
      ],
    ]));
});

describe('The rules of Jobs', () => {
  it('are told in the order of the real server', () =>
    session([
      [
        job(
          'x',
          `backoffLimitPerIndex: 1
maxFailedIndexes: 5
podFailurePolicy: {rules: [{action: Foo}, {action: FailIndex, onExitCodes: {operator: In, containerName: other, values: [0, 3, 2]}}]}`,
          'command: [date]',
          'OnFailure',
        ),
        `* spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode
* spec.maxFailedIndexes: Invalid value: 5: requires indexed completion mode
* spec.podFailurePolicy.rules[0].action: Unsupported value: "Foo": supported values: "Count", "FailIndex", "FailJob", "Ignore"
* spec.podFailurePolicy.rules[0]: Invalid value: specifying one of OnExitCodes and OnPodConditions is required
* spec.podFailurePolicy.rules[1].onExitCodes.containerName: Invalid value: "other": must be one of the container or initContainer names in the pod template
* spec.podFailurePolicy.rules[1].onExitCodes.values[0]: Invalid value: 0: must not be 0 for the In operator
* spec.podFailurePolicy.rules[1].onExitCodes.values: Invalid value: [0,3,2]: must be ordered
* spec.template.spec.restartPolicy: Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified`,
      ],
      [
        'kubectl create job ok --image=busybox -- date; kubectl scale job ok --replicas=2',
        'the server could not find the requested resource',
      ],
    ]));
});

it('Jobs replace a Pod whose node is lost', () =>
  session(
    [
      [job('work', 'parallelism: 4\ncompletions: 4', 'command: [sleep, "1000"]')],
      ['sleep 5; minikube node stop minikube-m02; sleep 375; kubectl get pods -o wide --no-headers', /Terminating 0 \S+ \S+ minikube-m02/],
      ['kubectl get pods -o wide --no-headers | grep -c "minikube "', /^4$/m],
      ['minikube node start minikube-m02; sleep 20; kubectl get pods --no-headers | wc -l', /^4$/m],
    ],
    { nodes: 2 },
  ));
