import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountMessages } from '#app/_messages/accounts.ts';
import { calendarPageMessages } from '#app/_messages/calendars.ts';
import { keepMessages } from '#app/_messages/keep.ts';
import { practiceMessages } from '#app/_messages/practice.ts';
import { progressMessages } from '#app/_messages/progress.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { publishAdding } from '#tests/harness/adding.ts';
import {
  complaintsOffline,
  expectAccessible,
  expectNoSidewaysScroll,
  withPage,
} from '#tests/harness/browser.ts';
import { readCalendar } from '#tests/harness/calendar-reader.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await openTestSite();
  await publishAdding(site.database.db);
  return site.close;
});

/** What has the focus before another key can come; once, the first letters were lost until the next frame. */
async function focusedAfterClick(button: HTMLElement | SVGElement): Promise<string | undefined> {
  if (button instanceof HTMLElement) button.click();
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  return document.activeElement?.localName;
}

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const t = keepMessages[locale];
  const p = progressMessages[locale];
  const a = accountMessages[locale];
  const view = (more: { theme?: 'dark'; width?: number; expected?: RegExp[] } = {}) => ({
    baseUrl: site.baseUrl,
    locale,
    ...more,
  });
  const question = `/${locale}/questions/overfitting`;
  const panel = (page: Page) => page.getByRole('region', { name: t.title });
  const saved = (page: Page) => panel(page).getByText(t.saved, { exact: true }).waitFor();

  const kept = async (page: Page) => {
    const answer = await page.request.get('/api/v1/keep/bookmarks');
    return ((await answer.json()) as { bookmarks: object[] }).bookmarks;
  };

  async function keepThree(page: Page): Promise<void> {
    await page.goto(question);
    await page.getByRole('button', { name: t.bookmark, exact: true }).click();
    await page.getByRole('button', { name: t.bookmarked, exact: true }).waitFor();
    const write = panel(page).getByRole('button', { name: t.write });
    expect(await write.evaluate(focusedAfterClick)).toBe('textarea');
    await page.keyboard.type('Early stopping is **cheap**, and $\\lambda$ costs a search.');
    await saved(page);
    await panel(page).getByRole('button', { name: t.done }).click();
    await panel(page).locator('strong', { hasText: 'cheap' }).waitFor();
    await panel(page).getByRole('button', { name: t.add }).click();
    await panel(page).getByLabel(t.when).fill('2026-01-31');
    await panel(page).getByLabel(t.role).fill('Inference');
    await panel(page).getByLabel(t.company).fill('Acme');
    await panel(page).getByRole('button', { name: t.save, exact: true }).click();
    await panel(page).getByText('Inference · Acme').waitFor();
  }

  test('bookmark, note and interview survive a reload, and stand in the progress', async () => {
    await withPage(site.browser, view(), async (page) => {
      await keepThree(page);
      await page.reload();
      const toggle = page.getByRole('button', { name: t.bookmarked, exact: true });
      await toggle.waitFor();
      expect(await toggle.getAttribute('aria-pressed')).toBe('true');
      await panel(page).locator('strong', { hasText: 'cheap' }).waitFor();
      await panel(page).locator('.katex').first().waitFor();
      await panel(page).getByText('Inference · Acme').waitFor();
      await expectAccessible(page);

      await page.getByRole('link', { name: shellMessages[locale].progress, exact: true }).click();
      const bookmarks = page.getByRole('region', { name: p.bookmarks, exact: true });
      await bookmarks.getByRole('link').waitFor();
      await page
        .getByRole('region', { name: p.notes, exact: true })
        .getByText('Early stopping is cheap')
        .waitFor();
      await page.getByRole('region', { name: p.asked, exact: true }).getByText('Inference · Acme').waitFor();

      await bookmarks.getByRole('link').click();
      await page.waitForURL(`**${question}`);
    });
  });

  test('what was begun of an interview is there after a reload, until it is saved or dropped', async () => {
    await withPage(site.browser, view(), async (page) => {
      await page.goto(question);
      const add = panel(page).getByRole('button', { name: t.add });
      await add.click();
      await panel(page).getByLabel(t.company).fill('Acme');
      await panel(page).getByLabel(t.role).fill('Inference');
      await page.reload();
      await expect.poll(() => panel(page).getByLabel(t.company).inputValue()).toBe('Acme');
      expect(await panel(page).getByLabel(t.role).inputValue()).toBe('Inference');
      await panel(page).getByRole('button', { name: t.cancel, exact: true }).click();
      await page.reload();
      await add.click();
      expect(await panel(page).getByLabel(t.company).inputValue()).toBe('');
    });
  });

  test('an interview is mended and removed, a bookmark and a note are taken back', async () => {
    await withPage(site.browser, view(), async (page) => {
      await keepThree(page);
      const list = panel(page).getByRole('list', { name: t.asked });
      await list.getByRole('button').first().click();
      await panel(page).getByLabel(t.when).fill('');
      await panel(page).getByRole('button', { name: t.save, exact: true }).click();
      await panel(page).getByText(t.noDate).waitFor();
      await panel(page).getByLabel(t.when).fill('2026-02-01');
      await panel(page).getByLabel(t.role).fill('Serving');
      await panel(page).getByRole('button', { name: t.save, exact: true }).click();
      await list.getByText('Serving · Acme').waitFor();
      await list.getByRole('button').last().click();
      await panel(page).getByText(t.askedText).waitFor();
      await panel(page).getByRole('button', { name: t.edit, exact: true }).click();
      await panel(page).getByRole('textbox').fill('');
      await panel(page).getByRole('button', { name: t.done }).click();
      await panel(page).getByRole('button', { name: t.write }).waitFor();
      await page.getByRole('button', { name: t.bookmarked, exact: true }).click();
      const kept = async () => {
        const answer = await page.request.get('/api/v1/keep');
        return answer.json();
      };
      await expect.poll(kept).toEqual({ bookmarks: [], notes: [], asked: [] });
    });
  });

  test('what is written without a network stays, also when the page is closed, and is sent later', async () => {
    const expected = complaintsOffline;
    await withPage(site.browser, view({ expected }), async (page, { context }) => {
      await keepThree(page);
      await panel(page).getByRole('button', { name: t.edit, exact: true }).first().click();
      await context.setOffline(true);
      await panel(page).getByRole('textbox').fill('written in a tunnel');
      await panel(page).getByText(t.kept).waitFor();
      await page.goto('about:blank');
      await context.setOffline(false);
      await page.goto(question);
      await panel(page).getByText('written in a tunnel').waitFor();
      const text = async () =>
        (await site.database.db.note.findFirst({ where: { text: 'written in a tunnel' } }))?.text;
      await expect.poll(text).toBe('written in a tunnel');
      await site.database.db.note.deleteMany();
    });
  });

  test('a note that was changed elsewhere meanwhile keeps both texts', async () => {
    await withPage(site.browser, view({ expected: [/409/] }), async (page) => {
      await keepThree(page);
      const { note } = (await (await page.request.get('/api/v1/keep/question/overfitting')).json()) as {
        note: { revision: string };
      };
      const headers = { origin: site.baseUrl };
      const data = { text: 'from the phone', revision: note.revision };
      await page.request.put('/api/v1/keep/question/overfitting/note', { data, headers });
      await panel(page).getByRole('button', { name: t.edit, exact: true }).first().click();
      await panel(page).getByRole('textbox').fill('from the laptop');
      await panel(page).getByText(t.joined).waitFor();
      await saved(page);
      expect(await panel(page).getByRole('textbox').inputValue()).toBe(
        'from the phone\n\n---\n\nfrom the laptop',
      );
    });
  });

  test('a problem has its bookmark and its note in the workspace', async () => {
    await withPage(site.browser, view(), async (page) => {
      await page.goto(`/${locale}/problems/add`);
      await page.getByRole('button', { name: t.bookmark, exact: true }).click();
      await page.getByRole('tab', { name: t.title }).click();
      await panel(page).getByRole('button', { name: t.write }).click();
      await page.keyboard.type('carry the one');
      await saved(page);
      await page.goto(`/${locale}/progress`);
      await page.getByRole('region', { name: p.bookmarks, exact: true }).getByRole('link').waitFor();
      await page.getByRole('region', { name: p.notes, exact: true }).getByText('carry the one').waitFor();
    });
  });

  test('what is bookmarked is marked in the lists, which show it alone when asked to', async () => {
    await withPage(site.browser, view(), async (page) => {
      await page.goto(`/${locale}/questions`);
      const rows = page.getByRole('main').getByRole('listitem');
      const only = page.getByRole('button', { name: t.onlyBookmarked });
      await expect.poll(() => only.isEnabled()).toBe(true);
      const all = await rows.count();
      await page.goto(question);
      await page.getByRole('button', { name: t.bookmark, exact: true }).click();
      await page.getByRole('button', { name: t.bookmarked, exact: true }).waitFor();
      await expect.poll(async () => (await kept(page)).length).toBe(1);
      // Back by the browser's button, where the page may be as it was left.
      await page.goBack();
      const marked = rows.filter({ hasText: t.bookmarked });
      await expect.poll(() => marked.count()).toBe(1);
      expect(await marked.locator(`a[href="${question}"]`).count()).toBe(1);
      expect(await rows.count()).toBe(all);
      await only.click();
      await page.waitForURL('**/questions?kept=bookmarked');
      await expect.poll(() => rows.count()).toBe(1);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.reload();
      await expect.poll(() => rows.count()).toBe(1);
      expect(await only.getAttribute('aria-pressed')).toBe('true');
      await only.click();
      await expect.poll(() => rows.count()).toBe(all);

      await page.goto(`/${locale}/problems?kept=bookmarked`);
      await page.getByText(workspaceMessages[locale].none).waitFor();
      await page.goto(`/${locale}/problems/add`);
      await page.getByRole('button', { name: t.bookmark, exact: true }).click();
      await expect.poll(async () => (await kept(page)).length).toBe(2);
      await page.goto(`/${locale}/problems?kept=bookmarked`);
      const problems = page.getByRole('main').getByRole('heading', { level: 2 });
      expect(await problems.count()).toBe(1);
      await page.getByRole('listitem').getByText(t.bookmarked, { exact: true }).waitFor();
      await expectAccessible(page);
    });
  });

  test('who has no account deletes what is kept, once they are sure', async () => {
    await withPage(site.browser, view({ theme: 'dark', width: 390 }), async (page) => {
      await keepThree(page);
      const before = await site.database.db.user.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
      expect(before.isAnonymous).toBe(true);
      await page.goto(`/${locale}/settings`);
      await page.getByText(a.deleteKeptLead).waitFor();
      await page.getByRole('button', { name: a.deleteNow }).click();
      const dialog = page.getByRole('dialog', { name: a.deleteKept });
      await dialog.getByText(a.deleteKeptSure).waitFor();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: a.keepIt }).last().click();
      await dialog.waitFor({ state: 'detached' });
      expect(await kept(page)).toHaveLength(1);
      await page.getByRole('button', { name: a.deleteNow }).click();
      await dialog.getByRole('button', { name: a.deleteNow }).click();
      await page.waitForURL(`**/${locale}`);
      expect(await site.database.db.user.count({ where: { id: before.id } })).toBe(0);
      expect(await kept(page)).toEqual([]);
      await page.goto(question);
      await page.getByRole('button', { name: t.bookmark, exact: true }).waitFor();
      await panel(page).getByRole('button', { name: t.write }).waitFor();
    });
  });

  test('what was practised shows by topic and by day', async () => {
    await withPage(site.browser, view(), async (page) => {
      const asked = page.waitForRequest(/card\.json$/);
      await page.goto(`/${locale}/practice/session?card=overfitting`);
      await asked;
      await page.keyboard.press('Space');
      await page.getByRole('heading', { name: practiceMessages[locale].short }).waitFor();
      const arrived = page.waitForResponse(/practice\/entries/);
      await page.keyboard.press('3');
      await arrived;
      await page.goto(`/${locale}/progress`);
      const topics = page.getByRole('region', { name: p.topics });
      await topics.getByRole('row').filter({ hasText: '100 %' }).first().waitFor();
      await page.getByText(p.lastSeven(1)).waitFor();
      const activity = page.getByRole('table', { name: p.activityText });
      // Seven days, half a year of weeks.
      expect(await activity.getByRole('row').count()).toBe(8);
      expect(
        await activity
          .getByRole('cell')
          .filter({ hasText: /[:：] ?1$/ })
          .count(),
      ).toBe(1);
    });
  });

  test('who has an account takes everything along, subscribes a calendar, and deletes it all', async () => {
    const email = `keeps-${locale}@example.org`;
    await withPage(site.browser, view(), async (page) => {
      await keepThree(page);
      await page.goto(`/${locale}/sign-up`);
      await page.getByLabel(a.name).fill('Ada');
      await page.getByLabel(a.email).fill(email);
      await page.getByLabel(a.password).fill('a long password');
      await page.getByRole('button', { name: a.signUp }).click();
      await page.waitForURL(`**/${locale}/problems`);

      await page.goto(`/${locale}/progress`);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: p.everything }).click();
      const file = await readFile(await (await download).path(), 'utf8');
      expect(JSON.parse(file)).toMatchObject({
        account: { email },
        bookmarks: [{ slug: 'overfitting' }],
        notes: [{ slug: 'overfitting' }],
        asked: [{ askedOn: '2026-01-31', role: 'Inference', company: 'Acme' }],
      });

      await page.getByRole('link', { name: p.calendar }).click();
      await page.getByRole('button', { name: calendarPageMessages[locale].make }).click();
      const address = await page.getByLabel(calendarPageMessages[locale].address).inputValue();
      const calendar = await fetch(address);
      expect(calendar.status).toBe(200);
      expect(readCalendar(await calendar.text()).name).toBe('VCALENDAR');
      await expectAccessible(page);

      await page.getByLabel(a.deleteConfirm).fill('a long password');
      await page.getByRole('button', { name: a.deleteNow }).click();
      await page.waitForURL(`**/${locale}`);
      expect(await site.database.db.user.count({ where: { email } })).toBe(0);
      expect((await fetch(address)).status).toBe(404);
      await page.goto(question);
      await panel(page).getByRole('button', { name: t.write }).waitFor();
    });
  });

  test('anyone can use it: WCAG 2.2 AA in both themes, on a laptop and a phone, empty and full', async () => {
    for (const more of [{}, { theme: 'dark', width: 390 } as const]) {
      await withPage(site.browser, view(more), async (page) => {
        const check = async () => {
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        };
        await page.goto(`/${locale}/progress`);
        await page.getByText(p.nothing).waitFor();
        await check();
        await keepThree(page);
        await panel(page).getByRole('button', { name: t.add }).click();
        await check();
        await page.goto(`/${locale}/progress`);
        await page.getByRole('region', { name: p.notes, exact: true }).waitFor();
        await page.getByRole('region', { name: p.topics }).locator('summary').click();
        await check();
      });
    }
  });
});
