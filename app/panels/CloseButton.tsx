import { X } from 'lucide-react';

/** The cross at the end of a panel's head. */
export function CloseButton({ label, onClose }: { readonly label: string; readonly onClose: () => void }) {
  return (
    <button type="button" className="button panel-close" title={label} aria-label={label} onClick={onClose}>
      <X size={16} aria-hidden />
    </button>
  );
}
