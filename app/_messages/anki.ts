const en = {
  deck: 'English',
  points: 'Key points',
  whole: 'The full answer',
};

const zh: typeof en = {
  deck: '中文',
  points: '要点',
  whole: '查看详解',
};

export const ankiMessages = { en, zh };
