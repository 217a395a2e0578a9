// The Danish catalogues by namespace; the English ones are a file of their own that is fetched when somebody asks for English.
import { app } from './da/app.js'
import { commissions } from './da/commissions.js'
import { committees } from './da/committees.js'
import { drafts } from './da/drafts.js'
import { front } from './da/front.js'
import { people } from './da/people.js'

export const danish = { app, front, committees, commissions, drafts, people }
