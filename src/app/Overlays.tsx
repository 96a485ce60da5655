import { ToastRegion } from '~/ui/overlay/ToastRegion';
import { TooltipLayer } from '~/ui/overlay/TooltipLayer';

/** What floats above every page. */
export function Overlays() {
  return (
    <>
      <TooltipLayer />
      <ToastRegion />
    </>
  );
}
