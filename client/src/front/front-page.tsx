// The first page: what the room is for and what is written now; signed in, what awaits one.
import { useViewer } from '../people/index.js'
import { Loading } from '../ui/index.js'
import { HomePage } from './home-page.js'
import { WelcomePage } from './welcome-page.js'

export function FrontPage() {
  const viewer = useViewer()
  if (viewer === undefined) return <Loading />
  return viewer ? <HomePage viewer={viewer} /> : <WelcomePage />
}
