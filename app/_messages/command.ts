/** What the commands that tell a verdict say; the rest of the command line is English. */
const en = {
  points: (score: number, max: number) => `${score} of ${max} points`,
  testsRun: (run: number, total: number) => `${run} of ${total} tests run`,
  hint: (text: string) => `hint: ${text}`,
  printed: (text: string) => `it printed: ${text}`,
  looksLike: (title: string) => `It looks like: ${title}`,
  readOn: (title: string, address: string) => `What explains it: ${title}\n${address}`,
  submitted: (id: string) => `submitted as ${id}`,
  ahead: (status: string, count: number) => `${status}, ${count} before it`,
  unattended: 'no judge is at work there; it waits in the queue',
};

const zh: typeof en = {
  points: (score, max) => `${score} / ${max} 分`,
  testsRun: (run, total) => `已跑 ${run} / ${total} 个测试`,
  hint: (text) => `提示：${text}`,
  printed: (text) => `打印输出：${text}`,
  looksLike: (title) => `看起来是：${title}`,
  readOn: (title, address) => `相关讲解：${title}\n${address}`,
  submitted: (id) => `已提交，编号 ${id}`,
  ahead: (status, count) => `${status}，前面还有 ${count} 份`,
  unattended: '那里目前没有评测机在工作，提交在队列中等候',
};

export const commandMessages = { en, zh };
