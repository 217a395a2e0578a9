// Who one is, with the way out. Apart from the frame: a visitor has no use for menus and does not fetch their code.
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { useTranslation } from '../i18n/index.js'
import { currentOffices, mainMandate, tokenOfTab, useSession, type Viewer } from '../people/index.js'
import { Avatar, paths } from '../ui/index.js'
import styles from './account.module.css'

export default function AccountMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation()
  const session = useSession()
  const navigate = useNavigate()
  const { name } = viewer.person
  const kind = mainMandate(viewer.mandates)
  const isMayor = viewer.mandates.some(({ offices }) => currentOffices(offices).includes('MAYOR'))
  return (
    <MenuTrigger>
      <AriaButton className={styles.account!}>
        <Avatar name={name} kind={kind} />
        <span className="visually-hidden">{t('account')}: </span>
        <span className={styles.who}>
          <span className={styles.name}>{name}</span> <span className={styles.kind}>{isMayor ? t('offices.MAYOR') : t(`mandates.${kind}`)}</span>
        </span>
      </AriaButton>
      <Popover className={styles.popover!} placement="bottom end">
        <Menu className={styles.menu!} aria-label={t('account')}>
          {tokenOfTab() !== null && (
            <MenuItem className={styles.item!} onAction={() => void navigate(paths.signIn)}>
              {t('changePerson')}
            </MenuItem>
          )}
          <MenuItem className={styles.item!} onAction={() => void session.signOut().then(() => navigate(paths.front))}>
            {t('signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
