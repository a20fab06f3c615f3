const en = {
  title: 'Calendar',
  lead: 'An address for your calendar, with an all-day event for each day on which cards are due. Whoever has the address sees how many, and nothing else.',
  none: 'No address yet.',
  make: 'Make an address',
  made: 'Copy it now; it is shown this once. In your calendar, add it as a calendar by address (subscribe).',
  address: 'Address',
  language: { en: 'in English', zh: 'in Chinese' },
  lastUsed: 'last read',
  neverUsed: 'never read',
  failed: 'That didn’t work. Check your connection and try again.',
};

const zh: typeof en = {
  title: '日历',
  lead: '给日历应用订阅的地址：有卡片待复习的每一天都有一个全天日程。拿到地址的人只能看到数量，别的都看不到。',
  none: '还没有地址。',
  make: '生成地址',
  made: '请立即复制，之后不会再显示。在日历应用里选择“通过网址订阅日历”并粘贴。',
  address: '地址',
  language: { en: '英文', zh: '中文' },
  lastUsed: '最近读取',
  neverUsed: '从未读取',
  failed: '没有成功，请检查网络后重试。',
};

export const calendarPageMessages = { en, zh };
