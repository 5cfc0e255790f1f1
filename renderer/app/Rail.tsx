import {
  IconArrowsExchange,
  IconBriefcase,
  IconBuildingStore,
  IconCalendarCheck,
  IconChartBar,
  IconCloudUp,
  IconClipboardCheck,
  IconDevices,
  IconMap2,
  IconPolygon,
  IconEyeCheck,
  IconListDetails,
  IconMessageReport,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { useRole } from '#renderer/queries/role.ts';
import { canSee, type Screen } from '#shared/access/permissions.ts';

import classes from './Rail.module.css';
import { common, nav } from './language/zh/common.ts';

type Entry = { readonly href: string; readonly text: string; readonly icon: Icon; readonly screen?: Screen };

const ENTRIES: readonly Entry[] = [
  { href: '/', text: nav.home, icon: IconCalendarCheck },
  { href: '/inspections', text: nav.inspections, icon: IconClipboardCheck, screen: 'inspections' },
  { href: '/sites', text: nav.sites, icon: IconBuildingStore, screen: 'sites' },
  { href: '/cases', text: nav.cases, icon: IconBriefcase, screen: 'cases' },
  { href: '/map', text: nav.map, icon: IconMap2, screen: 'map' },
  { href: '/reports', text: nav.reports, icon: IconMessageReport, screen: 'reports' },
  { href: '/review', text: nav.review, icon: IconEyeCheck, screen: 'review' },
  { href: '/plan', text: nav.plan, icon: IconChartBar, screen: 'plan' },
  { href: '/exchange', text: nav.exchange, icon: IconArrowsExchange, screen: 'exchange' },
  { href: '/devices', text: nav.devices, icon: IconDevices, screen: 'devices' },
  { href: '/checklists', text: nav.checklists, icon: IconListDetails, screen: 'checklists' },
  { href: '/areas', text: nav.areas, icon: IconPolygon, screen: 'areas' },
  { href: '/sync', text: nav.sync, icon: IconCloudUp, screen: 'sync' },
];

function isCurrent(href: string, location: string): boolean {
  return href === '/' ? location === '/' : location === href || location.startsWith(`${href}/`);
}

/** The main sections, always at the left. */
export function Rail(): ReactNode {
  const [location] = useLocation();
  const role = useRole();
  const shown = ENTRIES.filter(({ screen }) => screen === undefined || (role !== undefined && canSee(role, screen)));
  return (
    <nav className={classes['rail']} aria-label={nav.label}>
      <div className={classes['brand']} aria-hidden>
        <span className={classes['mark']}>{common.app}</span>
      </div>
      <ul className={classes['list']}>
        {shown.map(({ href, text, icon: Sign }) => (
          <li key={href}>
            <Link href={href} className={classes['link']} aria-current={isCurrent(href, location) ? 'page' : undefined}>
              <Sign size={26} stroke={1.75} aria-hidden />
              <span>{text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
