using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Skiff.Bindings.Tests;

/// <summary>A .wit file as the compiler is given it.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">What it says.</param>
/// <param name="root">The folder of the <c>Wit</c> item.</param>
/// <param name="world">The item's worlds.</param>
/// <param name="features">The item's features.</param>
/// <param name="results">Whether the item asks for results.</param>
internal sealed class AdditionalWit(string path, string text, string root = "/wit", string world = "", string features = "", bool results = false) : AdditionalText
{
    public override string Path => path;

    /// <summary>What the build says about it.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; } = new Dictionary<string, string>
    {
        ["build_metadata.AdditionalFiles.SkiffWitRoot"] = root,
        ["build_metadata.AdditionalFiles.SkiffWitWorld"] = world,
        ["build_metadata.AdditionalFiles.SkiffWitFeatures"] = features,
        ["build_metadata.AdditionalFiles.SkiffWitResults"] = results ? "true" : "",
    };

    /// <summary>What it says.</summary>
    public string Text => text;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    /// <summary>The file after an edit.</summary>
    public AdditionalWit With(string newText) => new(path, newText, root, world, features, results);
}
