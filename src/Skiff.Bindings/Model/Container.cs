using Skiff.Bindings.Names;
using Skiff.Wit;

namespace Skiff.Bindings.Model;

/// <summary>The static class of an interface or world: its types and the functions that are imported.</summary>
internal sealed class Container
{
    public Container(string ns, IReadOnlyList<string> path, TypeOwner source, string witName)
    {
        WitName = witName;
        Namespace = ns;
        Path = path;
        Source = source;
        Members = new([.. NameScope.ObjectMembers, .. path]);
    }

    /// <summary>The namespace.</summary>
    public string Namespace { get; }

    /// <summary>The names of the class and, before it, those it is nested in.</summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>What it was made for.</summary>
    public TypeOwner Source { get; }

    /// <summary>What that is called.</summary>
    public string WitName { get; }

    /// <summary>The name of the class.</summary>
    public string Name => Path[Path.Count - 1];

    /// <summary>The name with all that it is in.</summary>
    public string FullName => $"{Namespace}.{string.Join(".", Path)}";

    /// <summary>The class next to it that lifts and lowers the types.</summary>
    public string AbiName => string.Concat(Path) + "Abi";

    /// <summary>The names of types and functions.</summary>
    public NameScope Members { get; }

    /// <summary>The types.</summary>
    public List<DeclaredType> Types { get; } = [];

    /// <summary>The items whose functions are imported into it.</summary>
    public List<ItemScope> Imports { get; } = [];
}
