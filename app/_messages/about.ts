import type { VerdictCode } from '#judge/verdict.ts';

type Words = {
  title: string;
  lead: string;
  sections: { title: string; paragraphs: string[] }[];
  verdicts: { title: string; text: string; meanings: Record<VerdictCode, string> };
};

const en: Words = {
  title: 'About Whetstone',
  lead: 'A workshop for interviews about making large models cheaper to run: read, say it aloud, write it, and understand why it failed.',
  sections: [
    {
      title: 'How to use it',
      paragraphs: [
        'Open a question and answer it aloud before you look. Then compare with the key points, read the full answer, and check yourself. Each wrong option says what it overlooks.',
        'Go on with a problem. Run tries your code on the sample cases here in your browser. Submit sends it to the judge, which shows each test as it is decided.',
      ],
    },
    {
      title: 'How code is judged',
      paragraphs: [
        'A submission is type-checked, then run in a sandbox of its own that has no network, no disk and no expected outputs. Only what it returns comes out, and is compared elsewhere.',
        'Time is processor time, so a busy machine does not count against you. Where a wrong answer is one that we know, you are told which misconception it looks like.',
      ],
    },
    {
      title: 'What is kept',
      paragraphs: [
        'What stays in this browser: your scratch text, the key points you tick and the checks you answer on a question’s page.',
        'What is kept on the server, without an account too: notes, bookmarks, where you were asked, practice, mock interviews, and submissions with the version of the problem that judged them. Without an account only this browser leads to them. Drafts of code are kept here, and on the server as well once anything of yours is. In the settings you can download all of it, or delete it.',
        'No page loads anything from elsewhere, and nobody is told what you read.',
      ],
    },
  ],
  verdicts: {
    title: 'The verdicts',
    text: 'A submission has the verdict of its first failing test.',
    meanings: {
      AC: 'Every test passed.',
      WA: 'It ran, and what it returned is not what was asked.',
      TLE: 'It used more processor time than the problem allows.',
      MLE: 'It used more memory than the problem allows.',
      OLE: 'It returned or printed too much.',
      RTE: 'It threw an error, or ended in the middle of a test.',
      CE: 'It does not type-check against the signature; no test was run.',
      JE: 'We failed, not you. It is tried again and we are told.',
    },
  },
};

const zh: Words = {
  title: '关于 Whetstone',
  lead: '为“让大模型跑得更省”的面试而设的工坊：读题、开口说、动手写，再弄懂为什么错。',
  sections: [
    {
      title: '怎么用',
      paragraphs: [
        '打开一道问答，先自己说一遍再看答案。然后对照要点，读详解，再做自测。每个错误选项都会告诉你它忽略了什么。',
        '接着做一道编程题。“运行”在浏览器里用样例试你的代码；“提交”把代码交给评测系统，每个测试一有结果就显示出来。',
      ],
    },
    {
      title: '代码如何评测',
      paragraphs: [
        '提交先做类型检查，再放进一次性的沙箱里运行：没有网络，没有磁盘，也没有期望输出。只有返回值会被取出来，在别处比较。',
        '时间按 CPU 时间计算，机器繁忙不会算到你头上。如果错误答案是我们认得的一种，会告诉你它看起来是哪种误解。',
      ],
    },
    {
      title: '保存哪些内容',
      paragraphs: [
        '只留在本浏览器里的：问答页上的草稿、勾选的要点和自测结果。',
        '存在服务器上的（不注册也一样）：笔记、收藏、面试被问到的记录、复习记录、模拟面试，以及提交和评测它的题目版本。没有账号时，只有这个浏览器能找回它们。代码草稿存在本浏览器里；服务器上一旦有了你的内容，草稿也会在那里存一份。在“设置”里可以全部下载，也可以删除。',
        '页面不从别处加载任何内容，也不会告诉任何人你读了什么。',
      ],
    },
  ],
  verdicts: {
    title: '评测结果',
    text: '提交的结果取第一个未通过的测试。',
    meanings: {
      AC: '所有测试都通过。',
      WA: '程序跑完了，但返回的不是题目要的。',
      TLE: '用的 CPU 时间超过了题目限制。',
      MLE: '用的内存超过了题目限制。',
      OLE: '返回或打印的内容太多。',
      RTE: '抛出了错误，或在测试中途终止。',
      CE: '没有通过针对题目签名的类型检查，没有运行任何测试。',
      JE: '是我们出了错，不是你。系统会重试并通知我们。',
    },
  },
};

export const aboutMessages = { en, zh };
