const en = {
  bad_request: 'The request is not well-formed.',
  unauthorized: 'Sign in, or send a valid API token.',
  forbidden: 'This is not for your role.',
  cross_site: 'A request with a session cookie has to come from this site.',
  not_found: 'There is no such thing.',
  too_large: 'The source is too long.',
  unsupported_media: 'Send JSON, with content-type: application/json.',
  rate_limited: 'Too many requests. Wait a moment and try again.',
  too_many_tokens: 'You have as many tokens as you may. Revoke one first.',
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
  too_many_tokens: 'token 数量已达上限，请先撤销一个。',
  unavailable: '暂时不可用，请稍后再试。',
  internal: '我们这边出错了。',
};

export const apiMessages = { en, zh };

/** What is wrong with one field, where the schema alone doesn't say. */
export const faultMessages = {
  nul: { en: 'must not contain the character NUL', zh: '不能包含 NUL 字符' },
  notJson: { en: 'not well-formed JSON', zh: '不是合法的 JSON' },
  noSuchProblem: { en: 'there is no such problem', zh: '没有这道题' },
  tooLong: (kib: number) => ({ en: `at most ${kib} KiB`, zh: `最多 ${kib} KiB` }),
};
