namespace Skiff.Fidelity.Tests;

/// <summary>One module, made by <c>dotnet publish</c> or from the same trimmed files.</summary>
/// <param name="name">The form's name.</param>
/// <param name="file">The guest in it.</param>
/// <param name="linkOptions">The options of <c>skiff link</c> that make it; null when another command does.</param>
internal sealed class PublishedForm(string name, Func<string> file, IReadOnlyList<string>? linkOptions) : GuestForm
{
    private const string MountPoint = "/published";

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override bool IsPublished => true;

    /// <inheritdoc/>
    public override GuestModule Guest => Module(file());

    /// <inheritdoc/>
    public override string? WithoutMains(WasiHost host) =>
        linkOptions is null ? "the module is that of the form 'snapshot'"
        : host is NodeHost ? null
        : "each is a module of its own, which this host would compile whole; node:wasi runs them";

    /// <inheritdoc/>
    public override async Task<GuestModule> MainAsync(string main) => Module(await MainModule.LinkAsync(main, name, linkOptions!));

    private static GuestModule Module(string path) =>
        new(path, Path.GetDirectoryName(path)!, MountPoint, $"{MountPoint}/{Path.GetFileNameWithoutExtension(path)}.wasm");
}
