namespace Skiff.Fidelity.Tests;

/// <summary>One module, made by <c>dotnet publish</c> or from the same trimmed files.</summary>
/// <param name="name">The form's name.</param>
/// <param name="file">The guest in it.</param>
/// <param name="hasSnapshot">Whether it begins where Main begins.</param>
/// <param name="isCompiled">Whether it is machine code.</param>
internal sealed class PublishedForm(string name, Func<string> file, bool hasSnapshot, bool isCompiled = false) : GuestForm
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
        isCompiled ? "the module is that of the form 'snapshot'"
        : !hasSnapshot ? "they begin as in an AppBundle"
        : host is NodeHost ? null
        : "each is a module of its own, which this host would compile whole; node:wasi runs them";

    /// <inheritdoc/>
    public override async Task<GuestModule> MainAsync(string main) => Module(await MainModule.LinkAsync(main));

    private static GuestModule Module(string path) =>
        new(path, Path.GetDirectoryName(path)!, MountPoint, $"{MountPoint}/{Path.GetFileNameWithoutExtension(path)}.wasm");
}
