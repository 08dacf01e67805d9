/** The goal beside what is: the picture of a second cluster, in which the step's solution was run from the step's start. */
import { GraduationCap } from 'lucide-react';
import { useEffect, useState } from 'react';
import { PanelHead } from '../panels/PanelHead.tsx';
import { showPanel } from '../panels/panels.ts';
import { buildModel, type Model } from '../topology/model.ts';
import { objectsOf } from '../topology/objects-of.ts';
import { Topology } from '../topology/Topology.tsx';
import { playTo } from './ahead.ts';
import { usePlayer } from './player.ts';
import { useWords } from './texts.ts';
import './lessons.css';

type Goal = { readonly step: string; readonly model?: Model; readonly failed?: boolean };

export default function GoalPanel() {
  const { t } = useWords();
  const lesson = usePlayer((state) => state.lesson);
  const shown = usePlayer((state) => state.shown);
  const [goal, setGoal] = useState<Goal>();
  const step = lesson?.steps[shown];
  const id = lesson && step ? `${lesson.id}/${step.id}` : undefined;

  useEffect(() => {
    if (id === undefined || !step || step.solution === '') return;
    let wanted = true;
    goalOf(shown).then(
      (model) => wanted && setGoal({ step: id, model }),
      () => wanted && setGoal({ step: id, failed: true }),
    );
    return () => {
      wanted = false;
    };
  }, [id, shown, step]);

  const model = goal?.step === id ? goal?.model : undefined;
  const message = !lesson
    ? 'goalNothing'
    : !step || step.solution === ''
      ? 'goalNone'
      : goal?.step === id && goal?.failed
        ? 'goalFailed'
        : 'goalAbout';
  return (
    <section className="panel goal-panel" aria-label={t('goalTitle')} data-testid="goal">
      <PanelHead id="goal" title={t('goalTitle')}>
        {model && (
          <span className="goal-about" title={t(message)}>
            {t(message)}
          </span>
        )}
      </PanelHead>
      <div className="panel-body goal-body">
        {model ? (
          <Topology model={model} />
        ) : (
          <div className="note" role="status">
            <p>{message === 'goalAbout' ? t('goalComing') : t(message)}</p>
            {!lesson && (
              <button type="button" className="button outlined" onClick={() => showPanel('lessons')}>
                <GraduationCap size={16} aria-hidden />
                {t('goalLessons')}
              </button>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

/** The cluster once a step is done. */
async function goalOf(index: number): Promise<Model> {
  const { lesson } = usePlayer.getState();
  if (!lesson) throw new Error('no lesson is open');
  const { cluster } = (await playTo(lesson, index + 1, lesson.exam ? index : 0)).run;
  return buildModel(objectsOf(cluster), [], cluster.world.now);
}
