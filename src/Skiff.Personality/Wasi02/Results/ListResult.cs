namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `result` of a list or string, or an error code.</summary>
internal unsafe struct ListResult
{
    public PaddedByte IsError;

    public List List;

    /// <summary>The error code, in place of the list.</summary>
    internal readonly byte Error => (byte)(nuint)List.Items;
}
