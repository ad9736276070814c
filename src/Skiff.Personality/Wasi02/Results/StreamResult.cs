namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `result` of nothing or a list, or a `stream-error`.</summary>
internal unsafe struct StreamResult
{
    public PaddedByte IsError;

    /// <summary>What was read.</summary>
    public List Bytes;

    /// <summary>Of an error: whether the stream is closed; otherwise the last operation failed.</summary>
    internal readonly bool IsClosed => (byte)(nuint)Bytes.Items != 0;

    /// <summary>The handle of what failed.</summary>
    internal readonly int Failure => (int)Bytes.Count;
}
