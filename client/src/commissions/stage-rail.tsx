// The ten states as a line: reached with its evidence, current, or still to come. Lies down on phones.
import { Check } from 'lucide-react'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import type { StageRailFragment } from '../__generated__/graphql.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { Card } from '../ui/index.js'
import { EvidenceLine } from './evidence-line.js'
import styles from './stage-rail.module.css'
import { stateNumber } from './states.js'

const Fragment = graphql(`
  fragment StageRail on Commission {
    state
    stages {
      state
      number
      reachedOn
      plannedOn
      times
      evidence {
        on
        ...EvidenceLine
      }
    }
  }
`)

type Stage = StageRailFragment['stages'][number]

export function StageRail({ commission }: { commission: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('commissions')
  const formats = useFormats()
  const { state, stages } = readFragment(Fragment, commission)
  const number = stateNumber(state)
  const dissolved = state === 'DISSOLVED'
  // What is over waits for nothing: of its way only that stands which is known.
  const shown = stages.filter((stage) => (dissolved ? stage.reachedOn || stage.evidence.length > 0 : stage.state !== 'DISSOLVED'))
  const current = shown.find((stage) => stage.state === state)
  const next = dissolved ? undefined : shown.find((stage) => stage.number === number + 1)
  const name = (stage: Stage) => t(`states.${stage.state}`)
  const place = (stage: Stage) => (stage.state === state ? 'current' : stage.reachedOn && stage.number < number ? 'reached' : 'coming')
  const when = (stage: Stage) => {
    if (stage.state === state && stage.reachedOn) return t('since', { day: formats.day(stage.reachedOn) })
    if (stage.reachedOn && stage.number < number) return formats.day(stage.reachedOn)
    return stage.plannedOn ? t('planned', { day: formats.day(stage.plannedOn) }) : null
  }
  const documented = shown.filter((stage) => stage.evidence.length > 0)

  return (
    <Card
      title={dissolved ? t('stepDissolved') : t('step', { number, name: t(`states.${state}`) })}
      aside={
        next &&
        (next.plannedOn
          ? t('nextStepOn', { name: name(next), day: formats.day(next.plannedOn) })
          : t('nextStep', { name: name(next) }))
      }
    >
      <div className={styles.frame} hidden={shown.length < 2}>
        <ol role="list" className={styles.rail}>
          {shown.map((stage) => (
            <li key={stage.state} className={styles.stage} data-stage={place(stage)} aria-current={stage.state === state ? 'step' : undefined}>
              <span className={styles.dot}>
                {place(stage) === 'reached' ? <Check size={15} strokeWidth={2.5} aria-hidden /> : <span aria-hidden>{stage.number}</span>}
              </span>
              <span>
                <span className={styles.name}>
                  {name(stage)}
                  <span className="visually-hidden">: {t(`stage.${place(stage)}`)}</span>
                </span>
                {when(stage) && <span className={styles.when}>{when(stage)}</span>}
                {stage.times > 1 && <span className={styles.when}>{t('times', { count: stage.times })}</span>}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div className={styles.foot}>
        {current && current.evidence.length > 0 ? (
          <p>
            <strong>{dissolved ? t('evidenceDissolved') : t('evidence', { number })}:</strong> <EvidenceLine evidence={current.evidence.at(-1)!} />
          </p>
        ) : (
          <p>{t('noEvidence')}</p>
        )}
        {documented.length > (dissolved ? 1 : 0) && (
          <details>
            <summary>{t('allEvidence')}</summary>
            <ol role="list" className={styles.steps}>
              {documented.map((stage) => (
                <li key={stage.state}>
                  <strong>
                    {stage.number <= 10 && `${stage.number}. `}
                    {name(stage)}
                  </strong>
                  {stage.evidence.map((evidence, index) => (
                    <div key={index}>
                      <EvidenceLine evidence={evidence} />
                    </div>
                  ))}
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
    </Card>
  )
}
