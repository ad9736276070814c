namespace Skiff.Fidelity.Tests;

/// <summary>What <c>dotnet build</c> makes.</summary>
internal sealed class AppBundleForm : GuestForm
{
    private const string MountPoint = "/AppBundle";

    /// <inheritdoc/>
    public override string Name => "AppBundle";

    /// <inheritdoc/>
    public override bool IsPublished => false;

    /// <inheritdoc/>
    public override GuestModule Guest => In(Artifacts.AppBundle, "Skiff.Fidelity");

    /// <inheritdoc/>
    public override string? WithoutMains(WasiHost host) => null;

    /// <inheritdoc/>
    public override Task<GuestModule> MainAsync(string main) => Task.FromResult(In(MainBundle.Directory, main));

    private static GuestModule In(string bundle, string application) =>
        new(Path.Combine(bundle, "dotnet.wasm"), bundle, MountPoint, MountPoint + "/dotnet.wasm", application);
}
