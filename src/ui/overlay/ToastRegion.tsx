import { X } from 'lucide-react';
import { Button } from '../button/Button';
import { IconButton } from '../button/IconButton';
import { dismissToast, useToasts } from './toasts';
import './toast.css';

/** Where toasts appear and are announced politely; the app renders it once. */
export function ToastRegion() {
  const toasts = useToasts();
  return (
    <div className="toasts no-print" role="status" data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <div key={toast.id} className="toast">
          <span>{toast.text}</span>
          {toast.action ? (
            <Button
              size="small"
              onClick={() => {
                toast.action?.onSelect();
                dismissToast(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          ) : null}
          <IconButton
            size="small"
            label="Dismiss"
            icon={<X size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => dismissToast(toast.id)}
          />
        </div>
      ))}
    </div>
  );
}
