using Skiff.Bindings.Inputs;

namespace Skiff.Bindings.Implementations;

/// <summary>A class of the project with what it says to derive from and implement.</summary>
/// <param name="Name">Its full name, with <c>global::</c>.</param>
/// <param name="Bases">What is in its list of bases, as it is written.</param>
/// <param name="Namespaces">The namespaces it is in and those its file uses, in full.</param>
internal sealed record Implementation(string Name, EquatableList<string> Bases, EquatableList<string> Namespaces)
{
    /// <summary>Whether it implements an interface of a full name, which does not exist when the classes are read.</summary>
    public bool Implements(string fullName, bool strictly) => Bases.Any(item =>
        item == fullName
        || (strictly
            ? Namespaces.Any(ns => $"{ns}.{item}" == fullName)
            : fullName.EndsWith("." + item, StringComparison.Ordinal)));
}
