import { accountMessages } from '#app/_messages/accounts.ts';
import { LoadingPage } from '#app/_ui/loading-page.client.tsx';

export default function Loading() {
  return <LoadingPage title={{ en: accountMessages.en.settings, zh: accountMessages.zh.settings }} />;
}
