namespace Skiff.Bindings.Writing;

/// <summary>Documentation comments of WIT as those of C#.</summary>
internal static class Documentation
{
    /// <summary>Writes a summary: the comment, or what is said without one.</summary>
    public static void Write(Code code, string? documentation, string otherwise)
    {
        string text = string.IsNullOrWhiteSpace(documentation) ? otherwise : documentation!.Trim();
        string[] lines = text.Replace("\r", "").Split('\n');
        if (lines.Length == 1)
        {
            code.Line($"/// <summary>{Escape(lines[0])}</summary>");
            return;
        }

        code.Line("/// <summary>");
        foreach (string line in lines)
        {
            code.Line(string.IsNullOrWhiteSpace(line) ? "///" : $"/// {Escape(line.TrimEnd())}");
        }

        code.Line("/// </summary>");
    }

    /// <summary>A text as XML.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
