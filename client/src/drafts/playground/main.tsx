// Playground: where the page begins. `npm run playground`; no part of the product's build.
import '@fontsource-variable/ibm-plex-sans/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '../../ui/tokens.css'
import '../../ui/base.css'
import '../draft-text.css'
import { createRoot } from 'react-dom/client'
import { changeLanguage, startTexts, useLanguage } from '../../i18n/index.js'
import { Button } from '../../ui/index.js'
import { WhatIsKnown } from './known.js'
import styles from './playground.module.css'
import { fetchGround, type Ground } from './server.js'
import { Side } from './side.js'
import { texts } from './texts.js'

function Playground({ ground }: { ground: Ground }) {
  const language = useLanguage()
  const t = texts[language]
  return (
    <main className={styles.page}>
      <header className={styles.top}>
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <span lang={language === 'da' ? 'en' : 'da'}>
          <Button size="small" onPress={() => void changeLanguage(language === 'da' ? 'en' : 'da')}>
            {t.other}
          </Button>
        </span>
      </header>
      <div className={styles.sides}>
        {ground.sides.map((person) => (
          <Side key={person.slug} person={person} room={ground.room} title={ground.title} />
        ))}
      </div>
      <WhatIsKnown />
    </main>
  )
}

const [ground] = await Promise.all([fetchGround(), startTexts()])
createRoot(document.getElementById('root')!).render(<Playground ground={ground} />)
