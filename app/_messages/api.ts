const en = {
  bad_request: 'The request is not well-formed.',
  unauthorized: 'Sign in, or send a valid API token.',
  forbidden: 'This is not for your role.',
  cross_site: 'A request with a session cookie has to come from this site.',
  not_found: 'There is no such thing.',
  too_large: 'The source is too long.',
  unsupported_media: 'Send JSON, with content-type: application/json.',
  rate_limited: 'Too many requests. Wait a moment and try again.',
  too_many_pending: 'You have as many submissions waiting to be judged as one may have.',
  queue_full: 'As many submissions are waiting to be judged as are taken.',
  too_many_tokens: 'You have as many tokens as you may. Revoke one first.',
  too_many_asked: 'You have noted down as many interviews as you may. Remove one first.',
  too_many_calendars: 'You have as many calendar addresses as you may. Revoke one first.',
  changed: 'It was changed elsewhere meanwhile. Read it again.',
  unfinished: 'Some are not judged yet or ended in a judge error. Wait, or apply without them.',
  decided: 'This has been applied or discarded already.',
  mock_over: 'The time of this mock interview is over, or it is finished.',
  unavailable: 'Not available right now. Try again in a moment.',
  internal: 'Something broke on our side.',
};

const zh: typeof en = {
  bad_request: '请求格式不正确。',
  unauthorized: '请先登录，或提供有效的 API token。',
  forbidden: '你的角色没有此权限。',
  cross_site: '带会话 cookie 的请求必须来自本站。',
  not_found: '没有找到。',
  too_large: '代码太长。',
  unsupported_media: '请发送 JSON，并设置 content-type: application/json。',
  rate_limited: '请求过于频繁，请稍后再试。',
  too_many_pending: '你排队等待评测的提交已达上限。',
  queue_full: '等待评测的提交已达上限。',
  too_many_tokens: 'token 数量已达上限，请先撤销一个。',
  too_many_asked: '面试记录数量已达上限，请先删除一条。',
  too_many_calendars: '日历地址数量已达上限，请先撤销一个。',
  changed: '内容已在别处修改，请重新读取。',
  unfinished: '还有提交没评完，或评测系统出错。请等待，或忽略它们再应用。',
  decided: '已经应用或放弃，不能再改。',
  mock_over: '这场模拟面试时间已到，或已经结束。',
  unavailable: '暂时不可用，请稍后再试。',
  internal: '我们这边出错了。',
};

export const apiMessages = { en, zh };

/** What is wrong with one field, where the schema alone doesn't say. */
export const faultMessages = {
  nul: { en: 'must not contain the character NUL', zh: '不能包含 NUL 字符' },
  timeZone: {
    en: 'not the name of a time zone, such as Europe/Berlin',
    zh: '不是有效的时区名称，例如 Asia/Shanghai',
  },
  year: { en: 'must lie in the years 1970 to 2099', zh: '年份必须在 1970 到 2099 之间' },
  noSuchField: { en: 'there is no such field', zh: '没有这个字段' },
  more: (count: number) => ({
    en: `${count} more ${count === 1 ? 'fault' : 'faults'}`,
    zh: `还有 ${count} 处错误`,
  }),
  notJson: { en: 'not well-formed JSON', zh: '不是合法的 JSON' },
  noChoice: { en: 'choose by at least one thing', zh: '至少给出一个条件' },
  noneChosen: { en: 'no judged submission fits', zh: '没有符合条件的已评测提交' },
  tooManyChosen: (count: number) => ({
    en: `${count} submissions fit, more than one set may hold: narrow it down`,
    zh: `符合条件的提交有 ${count} 个，超出一批的上限，请缩小范围`,
  }),
  noSuchAccount: { en: 'there is no such account', zh: '没有这个账号' },
  noSuchItem: { en: 'there is no such item', zh: '没有这一项' },
  notOfItem: { en: 'not something that this item takes', zh: '这一项不接受该内容' },
  noSuchProblem: { en: 'there is no such problem', zh: '没有这道题' },
  noteTooLong: (characters: number) => ({
    en: `A note has at most ${characters} characters.`,
    zh: `笔记最多 ${characters} 个字符。`,
  }),
  tooLong: (kib: number) => ({ en: `at most ${kib} KiB`, zh: `最多 ${kib} KiB` }),
};

/** Judged in the last minute; null where nobody knows. */
type Pace = number | null;

/** How much work is waiting: in minutes at the present pace, or that nothing moves. */
function workText(pending: number, pace: Pace) {
  if (pace === null) return { en: '', zh: '' };
  if (pace === 0) return { en: ' None was judged in the last minute.', zh: '最近一分钟没有评测完任何提交。' };
  const minutes = Math.ceil(pending / pace);
  return {
    en: ` At the pace of the last minute they take about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    zh: `按最近一分钟的速度，大约需要 ${minutes} 分钟。`,
  };
}

/** Which limit a submission met. When to come back is told beside it, as a number. */
export const limitMessages = {
  user: (max: number) => ({
    en: `You have sent as many submissions within a minute as one may: ${max}.`,
    zh: `你在一分钟内的提交次数已达上限（${max} 次）。`,
  }),
  address: (max: number) => ({
    en: `As many submissions came from your network within a minute as may: ${max}.`,
    zh: `你所在的网络在一分钟内的提交次数已达上限（${max} 次）。`,
  }),
  all: (max: number) => ({
    en: `As many submissions came within a minute as this site takes: ${max}.`,
    zh: `全站在一分钟内的提交次数已达上限（${max} 次）。`,
  }),
  queueFull: (pending: number, pace: Pace) => {
    const work = workText(pending, pace);
    return {
      en: `${pending} submissions are waiting to be judged, and no more are taken until there is room.${work.en} Yours was not taken.`,
      zh: `现有 ${pending} 份提交等待评测，暂不接受新的提交。${work.zh}你的这次提交未被接受。`,
    };
  },
  tooManyPending: (pending: number) => ({
    en: `${pending} of your submissions are waiting to be judged, as many as one may have. This one was not taken.`,
    zh: `你已有 ${pending} 份提交等待评测，达到上限。这次提交未被接受。`,
  }),
};
