import { keptSwitch } from '~/ui/keptSwitch';

/** Whether this person wants more on one screen: the fields of artifacts stand close together (features V1). */
export const { set: setDense, useIsOn: useIsDense } = keptSwitch('parterre.dense');
