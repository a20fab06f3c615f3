/** Every part of a built-ahead page that the browser takes over by itself, by the name its {@link Island} bears. */
import { Checks } from '../[locale]/questions/[slug]/checks.client.tsx';
import { KeyPoints } from '../[locale]/questions/[slug]/key-points.client.tsx';
import { ThinkPanel } from '../[locale]/questions/[slug]/think-panel.client.tsx';
import { SiteWorker } from '../_offline/site-worker.client.tsx';
import { LanguageLink } from '../_ui/language-link.client.tsx';
import { OfflineNotice } from '../_ui/offline-notice.client.tsx';
import { TeacherLinks } from '../_ui/teacher-links.client.tsx';
import { ThemeToggle } from '../_ui/theme-toggle.client.tsx';

export const islands = {
  Checks,
  KeyPoints,
  LanguageLink,
  OfflineNotice,
  SiteWorker,
  TeacherLinks,
  ThemeToggle,
  ThinkPanel,
};
