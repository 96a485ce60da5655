import { keptSwitch } from '~/ui/keptSwitch';

/** Whether Ctrl+Enter sends at once, without the review sheet (features E14). The sheet itself has the switch. */
export const { set: setSkipsReview, useIsOn: useSkipsReview } = keptSwitch('parterre.saveAtOnce');
