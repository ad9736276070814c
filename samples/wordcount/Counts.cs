namespace WordCount;

/// <summary>What a text amounts to.</summary>
readonly record struct Counts(long Lines, long Words, long Bytes)
{
    public static Counts operator +(Counts left, Counts right) =>
        new(left.Lines + right.Lines, left.Words + right.Words, left.Bytes + right.Bytes);
}
