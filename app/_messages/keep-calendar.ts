const en = {
  calendar: 'Whetstone: what is due',
  due: (count: number) => `Whetstone: ${count} ${count === 1 ? 'card' : 'cards'} due`,
};

const zh: typeof en = {
  calendar: 'Whetstone：待复习',
  due: (count) => `Whetstone：${count} 张卡片待复习`,
};

export const calendarMessages = { en, zh };
