/** The islands of every built-ahead page, by the name that an {@link Island} bears. */
import { FindButton } from '../_find/find-button.client.tsx';
import { SiteWorker } from '../_offline/site-worker.client.tsx';
import { LanguageLink } from '../_ui/language-link.client.tsx';
import { OfflineNotice } from '../_ui/offline-notice.client.tsx';
import { TeacherLinks } from '../_ui/teacher-links.client.tsx';
import { ThemeToggle } from '../_ui/theme-toggle.client.tsx';

export const shellIslands = {
  FindButton,
  LanguageLink,
  OfflineNotice,
  SiteWorker,
  TeacherLinks,
  ThemeToggle,
};
