namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>Words that people put around the thing they ask about: 旧…怎么扔, …是什么垃圾, 家里的…能不能卖.</summary>
internal static class QuestionWords
{
    // Longest first, so that 属于什么垃圾 goes before 什么垃圾; folded, hence without punctuation.
    private static readonly string[] Around = [.. new[]
    {
        "请问一下", "请问", "我想知道", "我想问", "我想", "我家里", "我家", "家里面", "家里", "有没有人知道", "有一个", "有个", "一个", "一些", "一张", "一台", "一件", "几个", "这个", "那个",
        "怎么扔掉", "怎么扔", "怎样扔", "如何扔", "怎么丢", "怎么投放", "如何投放", "怎么投", "怎么分类", "怎么分", "怎么处理", "如何处理", "怎么处置", "怎么办", "怎么卖", "怎么回收", "如何回收", "怎么弄",
        "扔到哪里", "扔到哪儿", "扔到哪", "扔在哪里", "扔在哪", "扔哪里", "扔哪儿", "扔哪个桶", "扔哪", "丢到哪里", "丢哪里", "丢哪儿", "丢哪", "放哪里", "放哪个桶", "放哪", "送到哪里", "送哪里", "送哪", "交给谁", "交到哪里", "交哪里",
        "往哪里扔", "往哪扔", "投哪个桶", "哪个桶", "去哪里", "去哪", "在哪里", "在哪",
        "属于什么垃圾", "属于哪类垃圾", "属于哪一类", "属于哪类", "属于什么", "属于", "是什么垃圾", "是哪类垃圾", "是哪种垃圾", "是啥垃圾", "什么垃圾", "啥垃圾", "哪类垃圾", "哪种垃圾", "算什么垃圾", "算什么", "算不算", "是不是", "是什么", "什么类",
        "是可回收物", "是有害垃圾", "是厨余垃圾", "是其他垃圾", "可回收物", "有害垃圾", "厨余垃圾", "其他垃圾", "干垃圾", "湿垃圾", "垃圾分类", "垃圾",
        "可不可以回收", "能不能回收", "可以回收", "能回收", "可回收", "有人收", "收不收", "谁收", "回收", "能不能卖", "可以卖", "能卖", "卖钱", "能不能扔", "可以扔", "能扔", "可以直接扔", "直接扔", "可以", "能不能", "可不可以",
        "不要了", "不要的", "不用的", "用过的", "用完的", "用完了", "坏掉的", "坏了的", "坏了", "坏的", "旧的", "废旧", "废弃的", "废弃", "破旧", "旧", "废", "破", "坏",
        "的", "了", "吗", "呢", "啊", "吧", "嘛", "呀", "么",
    }.Distinct().OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];

    /// <summary>
    /// What is left of a folded question when such words are taken off both ends, again and again. Words in the middle
    /// stay, so that a name is never pulled apart. Empty when there was nothing else.
    /// </summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> question)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var word in Around)
            {
                if (question.StartsWith(word))
                {
                    question = question[word.Length..];
                    changed = true;
                }

                if (question.EndsWith(word))
                {
                    question = question[..^word.Length];
                    changed = true;
                }
            }
        }

        return question;
    }
}
