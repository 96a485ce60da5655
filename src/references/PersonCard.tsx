import { useQuery } from '@tanstack/react-query';
import { explain } from '~/api/explain';
import { personQuery } from '~/api/users';
import { personName } from '~/fields/people/names';
import { Avatar } from '~/ui/show/Avatar';
import type { CardProps } from './CardProps';
import { useLayoutNews } from './useLayoutNews';

const statusWords: Record<string, string> = {
  R: 'restricted account',
  S: 'suspended account',
  D: 'deleted account',
};

/** Who a person is: name, login, address, and what is odd about the account (features V3). */
export function PersonCard({ login, onSettled }: CardProps & { login: string }) {
  const { data, error } = useQuery(personQuery(login));
  useLayoutNews(data ?? error, onSettled);
  if (error) return <p className="soft">{explain(error, `read who ${login} is`).title}</p>;
  if (data === undefined) return <p className="soft">Reading who {login} is…</p>;
  if (data === null) return <p className="soft">Nobody has the login {login}.</p>;
  const odd = statusWords[data.status ?? ''];
  return (
    <>
      <p className="reference-head">
        <Avatar name={personName(data)} />
        <span className="reference-title">{personName(data)}</span>
      </p>
      <p className="meta soft">@{data.username}</p>
      {data.email ? <p className="meta soft">{data.email}</p> : null}
      {odd ? <p className="meta soft">{odd}</p> : null}
    </>
  );
}
