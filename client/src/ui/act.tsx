// Doing something that goes on the record: the key that makes it safe to send twice, and the server's no in its own words.
import type { TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { useRef, useState } from 'react'
import { useTranslation } from '../i18n/index.js'
import { whatFailed } from './failure.js'
import { Notice } from './states.js'

type Refused = { __typename: 'Refusal'; code: string; message: string }
type Answered<Data> = Exclude<Exclude<Data[keyof Data], string | undefined>, Refused>
type Variables = { input: { key: string } }

export type Act<Data, V extends Variables> = Readonly<{
  /** Resolves to what the act answered, or to null where it was refused or failed; then `trouble` says why. */
  run(input: Omit<V['input'], 'key'>): Promise<Answered<Data> | null>
  pending: boolean
  trouble: Trouble | null
}>

export type Trouble = { refusal: string; code: string } | { error: unknown }

/** 128 random bits; `crypto.randomUUID` is missing where the page came over plain http from another machine. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The document asks for one mutation that takes `input` with a `key` and answers a result or a Refusal. */
export function useAct<Data, V extends Variables>(document: TypedDocumentNode<Data, V>): Act<Data, V> {
  const [mutate, { loading }] = useMutation<Data, Variables>(document as unknown as TypedDocumentNode<Data, Variables>)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  // The same key until an answer came: a request that was lost on the way may have arrived.
  const key = useRef<string | null>(null)
  const run: Act<Data, V>['run'] = async (input) => {
    key.current ??= newKey()
    setTrouble(null)
    try {
      const { data } = await mutate({ variables: { input: { ...input, key: key.current } } })
      const answer = Object.values(data as Record<string, unknown>).find((value) => typeof value === 'object') as Refused | Answered<Data>
      key.current = null
      if (isRefused(answer)) {
        setTrouble({ refusal: answer.message, code: answer.code })
        return null
      }
      return answer
    } catch (error) {
      setTrouble({ error })
      return null
    }
  }
  return { run, pending: loading, trouble }
}

const isRefused = (answer: unknown): answer is Refused => (answer as Refused).__typename === 'Refusal'

/** Stands beside the button that was pressed, and is read aloud. */
export function TroubleNote({ trouble }: { trouble: Trouble | null }) {
  const { t } = useTranslation()
  if (trouble === null) return null
  if ('refusal' in trouble) {
    return (
      <Notice tone="warn" live>
        {trouble.refusal}
      </Notice>
    )
  }
  const { kind, code } = whatFailed(trouble.error)
  return (
    <Notice tone="error" live title={t('failed.act')}>
      <p>{kind === 'offline' ? t('failed.offline') : code && t('errorCode', { code })}</p>
    </Notice>
  )
}
