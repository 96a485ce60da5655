import {
  type QueryClient,
  type UseMutationOptions,
  type UseMutationResult,
  useMutation,
} from '@tanstack/react-query';
import { useRef } from 'react';

const mutationKey = ['write'];

/** Whether a page of `queryClient` has a write under way that was begun by `useOneMutation`. */
export function isWriting(queryClient: QueryClient): boolean {
  return queryClient.isMutating({ mutationKey }) > 0;
}

/**
 * `useMutation` for a write, of which only one runs at a time: `mutate` does nothing while one is under way. `isPending` cannot say
 * that, it is what was drawn last: of two keys in one busy moment both would find nothing under way, and both would send.
 */
export function useOneMutation<Data, Variables>(
  options: UseMutationOptions<Data, Error, Variables>,
): Omit<UseMutationResult<Data, Error, Variables>, 'mutateAsync'> {
  const isRunning = useRef(false);
  const mutation = useMutation({
    mutationKey,
    ...options,
    onSettled(...facts) {
      isRunning.current = false;
      return options.onSettled?.(...facts);
    },
  });
  return {
    ...mutation,
    mutate(...run) {
      if (isRunning.current) return;
      isRunning.current = true;
      mutation.mutate(...run);
    },
  };
}
