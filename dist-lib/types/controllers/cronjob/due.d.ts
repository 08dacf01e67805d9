/** Which of a CronJob's scheduled times is due (source: mostRecentScheduleTime). */
import { type Schedule } from '../../kinds/cronjob/schedule.ts';
/** The newest scheduled time after `from` that has come, and how many came before it unseen. */
export declare function nextDue(schedule: Schedule, from: number, now: number, zone?: string): {
    due: number | undefined;
    missed: number;
};
/** The first scheduled time after now, counted from the last one that has come. */
export declare function afterMissed(schedule: Schedule, earliest: number, now: number, zone?: string): number | undefined;
