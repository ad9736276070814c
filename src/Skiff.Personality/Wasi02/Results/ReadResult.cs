namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `result&lt;tuple&lt;list&lt;u8&gt;, bool&gt;, error-code&gt;`.</summary>
internal unsafe struct ReadResult
{
    public PaddedByte IsError;

    public List Bytes;

    public byte IsAtEnd;

    /// <summary>The error code, in place of the list.</summary>
    internal readonly byte Error => (byte)(nuint)Bytes.Items;
}
