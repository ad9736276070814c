namespace Skiff.Bindings.Inputs;

/// <summary>A .wit file that the compiler was given.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">What it says.</param>
/// <param name="Root">The folder it was found in, which is that of the package or has those of its dependencies in <c>deps</c>.</param>
/// <param name="Worlds">The worlds to make bindings for; none for the only one.</param>
/// <param name="Features">The features whose <c>@unstable</c> items are wanted.</param>
/// <param name="ReturnsResults">Whether exported functions return results, where they otherwise return values or throw.</param>
/// <param name="Place">Whose folder it is.</param>
internal sealed record WitText(
    string Path, string Text, string Root, EquatableList<string> Worlds, EquatableList<string> Features, bool ReturnsResults, WitPlace Place);
