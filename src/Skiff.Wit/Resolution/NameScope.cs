using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <summary>Names that have to differ in more than case (Explainer.md, "Name Uniqueness").</summary>
internal sealed class NameScope
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Takes a name, or says that it is taken.</summary>
    public bool Declare(IdentifierSyntax name, DiagnosticBag diagnostics, string code = DiagnosticCode.DuplicateName)
    {
        if (Find(name.Name) is not { } taken)
        {
            _names.Add(Label.Canonicalize(name.Name), name.Name);
            return true;
        }

        diagnostics.Error(
            code,
            name.Span,
            taken == name.Name
                ? $"the name `{name.Name}` is given twice here"
                : $"the names `{taken}` and `{name.Name}` differ in case only, which is not enough");
        return false;
    }

    /// <summary>Takes a name that is known to be free or does not matter if it is not.</summary>
    public void Take(string name)
    {
        if (Find(name) is null)
        {
            _names.Add(Label.Canonicalize(name), name);
        }
    }

    /// <summary>The name that takes the place of this one.</summary>
    public string? Find(string name) => _names.TryGetValue(Label.Canonicalize(name), out string? taken) ? taken : null;
}
