using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Skiff.Bindings.Names;

/// <summary>Kebab-case names in .NET's casing.</summary>
internal static class Identifiers
{
    /// <summary>The name of a type, method, property or case: <c>get-stdout</c> is <c>GetStdout</c>.</summary>
    public static string Pascal(string label)
    {
        StringBuilder name = new();
        foreach (string word in label.Split('-'))
        {
            AppendWord(name, word);
        }

        return name.ToString();
    }

    /// <summary>The name of a parameter or local: <c>file-size</c> is <c>fileSize</c>, <c>string</c> is <c>@string</c>.</summary>
    public static string Camel(string label) => Escape(Uncapitalize(Pascal(label)));

    /// <summary>A name with a small first letter, which may be a keyword.</summary>
    public static string Uncapitalize(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>A name that is no keyword of C#, nor one of the words that can begin an expression or pattern as if they were.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || name is "and" or "await" or "dynamic" or "field" or "from" or "nameof" or "not" or "or" or "var" or "when" or "where" or "yield"
            ? "@" + name
            : name;

    private static void AppendWord(StringBuilder name, string word)
    {
        // Two numbers that a hyphen parts stay two numbers.
        if (name.Length > 0 && char.IsDigit(name[name.Length - 1]) && char.IsDigit(word[0]))
        {
            name.Append('_');
        }

        name.Append(char.ToUpperInvariant(word[0])).Append(word.Substring(1).ToLowerInvariant());
    }
}
