// A dialog, on phones a sheet from below. Esc closes it and gives the focus back.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from '../i18n/index.js'
import { type Trouble, TroubleNote } from './act.js'
import { Button } from './button.js'
import styles from './sheet.module.css'

/** `trigger` is the button that opens it; the children get the way to close it. */
export function Sheet({ trigger, title, children }: { trigger: ReactNode; title: ReactNode; children: (close: () => void) => ReactNode }) {
  return (
    <DialogTrigger>
      {trigger}
      <ModalOverlay className={styles.under!} isDismissable>
        <Modal className={styles.modal!}>
          <Dialog className={styles.dialog!}>
            {({ close }) => (
              <>
                <SheetHead title={title} close={close} />
                {children(close)}
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

/** One that opens by itself, with a question. */
export function OpenSheet({ title, close, children }: { title: ReactNode; close: () => void; children: ReactNode }) {
  return (
    <ModalOverlay className={styles.under!} isDismissable isOpen onOpenChange={(open) => !open && close()}>
      <Modal className={styles.modal!}>
        <Dialog className={styles.dialog!} role="alertdialog">
          <SheetHead title={title} close={close} />
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function SheetHead({ title, close }: { title: ReactNode; close: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.head}>
      <Heading slot="title" level={2}>
        {title}
      </Heading>
      <Button look="quiet" size="small" aria-label={t('close')} onPress={close}>
        <X size={20} aria-hidden />
      </Button>
    </div>
  )
}

/** The foot of a form in a sheet: what stands in the way, the way on, the way out. */
export function SheetSend({ act, send, close }: { act: { pending: boolean; trouble: Trouble | null }; send: string; close: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <TroubleNote trouble={act.trouble} />
      <SheetFoot>
        <Button type="submit" look="filled" isPending={act.pending}>
          {send}
        </Button>
        <Button look="quiet" onPress={close}>
          {t('cancel')}
        </Button>
      </SheetFoot>
    </>
  )
}

export function SheetFoot({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>
}
