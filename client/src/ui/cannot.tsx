// An act that is not open to the reader: the refusal's sentence in the place of a button that would do nothing.
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Notice } from './states.js'

const Fragment = graphql(`
  fragment Cannot on ViewerCannot {
    act
    refusal {
      code
      message
    }
  }
`)

/** Says nothing to those who are not signed in: most of what they cannot do is no business of theirs. */
export function CannotNote({ cannot, act }: { cannot: readonly FragmentType<typeof Fragment>[]; act: string }) {
  const found = readFragment(Fragment, cannot).find((entry) => entry.act === act)
  return found && found.refusal.code !== 'NOT_SIGNED_IN' ? <Notice tone="lock">{found.refusal.message}</Notice> : null
}
