namespace Skiff.Hosting.Wasi;

/// <summary>Times to give a file, in nanoseconds since 1970.</summary>
internal readonly record struct FileTimes(ulong Accessed, ulong Modified, TimeFlags Flags)
{
    /// <summary>Whether each time is either given or now, but not both.</summary>
    public bool IsValid =>
        (Flags & (TimeFlags.Accessed | TimeFlags.AccessedNow)) != (TimeFlags.Accessed | TimeFlags.AccessedNow)
        && (Flags & (TimeFlags.Modified | TimeFlags.ModifiedNow)) != (TimeFlags.Modified | TimeFlags.ModifiedNow);
}
