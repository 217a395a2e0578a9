// Who one is, with the way out. Apart from the frame: a visitor has no use for menus and does not fetch their code.
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { useTranslation } from '../i18n/index.js'
import { mainMandate, tokenOfTab, useSession, type Viewer } from '../people/index.js'
import { Avatar, paths } from '../ui/index.js'
import styles from './account.module.css'

export default function AccountMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation()
  const session = useSession()
  const navigate = useNavigate()
  const { name } = viewer.person
  const kind = mainMandate(viewer.mandates)
  return (
    <MenuTrigger>
      <AriaButton className={styles.account!} aria-label={t('account', { name })}>
        <Avatar name={name} kind={kind} />
        <span className={styles.who}>
          <span className={styles.name}>{name}</span>
          <span className={styles.kind}>{t(`mandates.${kind}`)}</span>
        </span>
      </AriaButton>
      <Popover className={styles.popover!} placement="bottom end">
        <Menu className={styles.menu!} aria-label={t('account', { name })}>
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
