namespace Skiff.Runtime.IO;

[Patch(Bcl.CoreLib, "System.IO.TextWriter")]
internal static class TextWriterPatch
{
    public static TextWriter Synchronized(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer as SyncTextWriter ?? new SyncTextWriter(writer);
    }
}
