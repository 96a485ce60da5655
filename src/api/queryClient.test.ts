import { expect, test } from 'vitest';
import { createQueryClient } from './queryClient';

test('The cache asks nothing again by itself: the reading policy is one place', async () => {
  let count = 0;
  const client = createQueryClient();
  const reading = client.fetchQuery({
    queryKey: ['thing'],
    retry: client.getDefaultOptions().queries?.retry ?? true,
    queryFn: () => {
      count += 1;
      throw new Error('failed');
    },
  });
  await expect(reading).rejects.toThrow('failed');
  expect(count).toBe(1);
  expect(client.getDefaultOptions().mutations?.retry).toBe(false);
});
