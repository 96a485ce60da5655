import { useQuery } from '@tanstack/react-query';
import { Database } from 'lucide-react';
import { blueprintServersQuery } from '~/api/blueprint/servers';
import { paths } from '~/paths';
import { SidebarLink } from './SidebarLink';

/** The way to Blueprint, where this deployment offers one. */
export function BlueprintPlace() {
  const { data } = useQuery(blueprintServersQuery());
  if (!data || data.length === 0) return null;
  return (
    <SidebarLink
      to={paths.blueprint()}
      icon={<Database size={16} strokeWidth={1.75} aria-hidden="true" />}
    >
      Blueprint
    </SidebarLink>
  );
}
