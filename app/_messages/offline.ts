const size = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

const en = {
  keepTitle: 'Read without a network',
  keepText: (bytes: number) =>
    `All questions in this language can be kept on this device: ${size(bytes)}. What you have opened is kept anyway.`,
  keep: 'Keep for offline',
  keeping: (done: number, total: number) => `Keeping… ${done} of ${total}`,
  kept: 'All questions are kept on this device.',
  keepFailed: 'Not everything could be kept. Try again when the network is better.',
  forget: 'Remove them',
  title: 'This page needs a network',
  text: 'It is not kept on this device. What is kept opens as always.',
  readable: 'Kept on this device',
  nothingKept: 'Nothing is kept yet. With a network, the list of questions offers to keep them all.',
  practiceTitle: 'Practice, without a network',
  practiceText: (count: number) =>
    count === 1 ? 'One card is left of what was last due.' : `${count} cards are left of what was last due.`,
  practiceNone: 'Nothing is left of what was last due. The next cards come with the network.',
  practiceStart: 'Practise',
  practiceSent: 'Grades are kept here and sent when you are back.',
};

const zh: typeof en = {
  keepTitle: '没有网络也能读',
  keepText: (bytes) => `可以把本语言的全部问答存到这台设备上：${size(bytes)}。打开过的页面本来就会保留。`,
  keep: '存下来离线看',
  keeping: (done, total) => `正在保存…… ${done} / ${total}`,
  kept: '全部问答都已存在这台设备上。',
  keepFailed: '没能全部存下，请在网络好一些时重试。',
  forget: '从设备上删除',
  title: '这一页需要网络',
  text: '这台设备上没有保存它。已保存的页面可以照常打开。',
  readable: '这台设备上已保存',
  nothingKept: '还没有保存任何内容。联网后，可以在问答列表里把它们全部存下来。',
  practiceTitle: '离线复习',
  practiceText: (count) => `上次该复习的卡片还剩 ${count} 张。`,
  practiceNone: '上次该复习的卡片都做完了，联网后会有新的。',
  practiceStart: '开始复习',
  practiceSent: '评分先存在这里，联网后自动提交。',
};

export const offlineMessages = { en, zh };
