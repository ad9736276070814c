using Skiff.Wit;

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

    /// <summary>What a function is, for want of documentation.</summary>
    public static string Describe(Function function) => function.Kind switch
    {
        FunctionKind.Constructor => $"The constructor of the WIT resource {function.Resource!.Name}.",
        FunctionKind.Method => $"The method {function.LocalName} of the WIT resource {function.Resource!.Name}.",
        FunctionKind.Static => $"The static function {function.LocalName} of the WIT resource {function.Resource!.Name}.",
        _ => $"The WIT function {function.LocalName}.",
    };

    /// <summary>Marks what is deprecated.</summary>
    public static void WriteObsolete(Code code, Stability stability, PackageName package)
    {
        if (stability.Deprecated is { } version)
        {
            code.Line($"[global::System.Obsolete(\"Deprecated since version {version} of {package.Namespace}:{package.Name}.\")]");
        }
    }

    /// <summary>The exception that stands for the error of a result, as documentation refers to it.</summary>
    public static string ExceptionOf(ResultType result) =>
        result.Error is null ? "global::Skiff.ResultException" : "global::Skiff.ResultException{TError}";

    /// <summary>A text as XML.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
