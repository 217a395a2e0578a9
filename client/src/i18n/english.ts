// The English catalogues: a chunk of its own.
import type { danish } from './catalogues.js'
import { app } from './en/app.js'
import { commissions } from './en/commissions.js'
import { committees } from './en/committees.js'
import { drafts } from './en/drafts.js'
import { front } from './en/front.js'
import { people } from './en/people.js'
import type { Texts } from './texts.js'

export const english: Texts<typeof danish> = { app, front, committees, commissions, drafts, people }
