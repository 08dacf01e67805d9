/** Runs a recording's steps in one headless shell on a fresh cluster: what `drydock replay` and the recordings test use. */
import { createCluster } from '../session/index.ts';

export interface RecordedStep {
  readonly run: string;
  /** Sets the stage; its output is not compared. */
  readonly prepare?: boolean;
  /** Its output differs between two runs of the real one. */
  readonly unstable?: boolean;
  readonly out: string;
  readonly err: string;
  readonly code: number;
  /** Milliseconds the step took; virtual ones in a replay. */
  readonly ms: number;
}

export interface Recording {
  readonly name: string;
  /** Default 1. */
  readonly nodes?: number;
  readonly scenario?: string;
  readonly steps: readonly RecordedStep[];
}

/** The recording with its own output, exit codes and virtual times in place of the recorded ones. */
export async function replay<R extends Recording>(recording: R): Promise<R> {
  // The recorded cluster had no addons: no default storage class.
  const cluster = await createCluster({ nodes: recording.nodes ?? 1, scenario: recording.scenario ?? 'empty', addons: [] });
  const shell = cluster.openShell();
  const steps: RecordedStep[] = [];
  for (const step of recording.steps) {
    const before = cluster.world.now;
    const { out, err, code } = await shell.run(step.run);
    steps.push({ ...step, out, err, code, ms: cluster.world.now - before });
  }
  return { ...recording, steps };
}
