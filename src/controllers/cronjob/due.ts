/** Which of a CronJob's scheduled times is due (source: mostRecentScheduleTime). */
import { nextTime, type Schedule } from '../../kinds/cronjob/schedule.ts';

/** So many missed times are looked through, at most: an old CronJob that was suspended may have thousands. */
const MAX_LOOKED_AT = 10_000;

/** The newest scheduled time after `from` that has come, and how many came before it unseen. */
export function nextDue(schedule: Schedule, from: number, now: number, zone?: string): { due: number | undefined; missed: number } {
  let due: number | undefined;
  let missed = -1;
  for (let time = nextTime(schedule, from, zone); time !== undefined && time <= now; time = nextTime(schedule, time, zone)) {
    due = time;
    missed++;
    if (missed === MAX_LOOKED_AT) {
      // Too many to walk through: goes on a little before now.
      time = Math.max(time, now - 2 * (nextAfter(schedule, time, zone) - time));
    }
  }
  return { due, missed: Math.max(0, missed) };
}

function nextAfter(schedule: Schedule, time: number, zone: string | undefined): number {
  return nextTime(schedule, time, zone) ?? time;
}

/** The first scheduled time after now, counted from the last one that has come. */
export function afterMissed(schedule: Schedule, earliest: number, now: number, zone?: string): number | undefined {
  return nextTime(schedule, nextDue(schedule, earliest, now, zone).due ?? Math.max(earliest, now), zone);
}
