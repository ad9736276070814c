using System.Diagnostics;

namespace Skiff.Fidelity.Tests;

/// <summary>A WASI host that runs the guest in one of its forms.</summary>
/// <param name="runtime">The name of the WASI runtime.</param>
/// <param name="form">The form.</param>
internal abstract class WasiHost(string runtime, GuestForm form) : GuestHost
{
    private static readonly GuestForm s_appBundle = new AppBundleForm();
    private static readonly GuestForm s_singleFile = new PublishedForm("single file", () => Artifacts.SingleFile, hasSnapshot: false);
    private static readonly GuestForm s_snapshot = new PublishedForm("snapshot", () => Artifacts.Snapshot, hasSnapshot: true);
    private static readonly GuestForm s_precompiled = new PublishedForm(".cwasm", () => Artifacts.Precompiled, hasSnapshot: true, isCompiled: true);
    private static readonly GuestForm s_component = new PublishedForm("component", () => Artifacts.Component, hasSnapshot: true);

    /// <summary>The hosts that are compared with <see cref="CoreClrHost"/>.</summary>
    public static IReadOnlyList<WasiHost> All { get; } =
    [
        new WasmtimeHost(s_appBundle), new WasmtimeHost(s_singleFile), new WasmtimeHost(s_snapshot), new WasmtimeHost(s_precompiled), new WasmtimeHost(s_component),
        new NodeHost(s_appBundle), new NodeHost(s_singleFile), new NodeHost(s_snapshot),
    ];

    /// <inheritdoc/>
    public override string Name => $"{runtime}, {form.Name}";

    /// <summary>The form.</summary>
    public GuestForm Form => form;

    /// <summary>The host of that name.</summary>
    public static WasiHost Find(string name) => All.Single(h => h.Name == name);

    /// <summary>Whether docs/differences.md means this host by a name.</summary>
    public bool IsCalled(string name) => name == runtime || name == form.Name || name == Name || (name == "published" && form.IsPublished);

    /// <inheritdoc/>
    public override ProcessStartInfo Guest(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) =>
        Command(form.Guest, arguments, environment, scratch);

    /// <inheritdoc/>
    public override async Task<ProcessStartInfo> MainAsync(string main, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) =>
        Command(await form.MainAsync(main), arguments, environment, scratch);

    /// <summary>Skips the test where the host is not installed.</summary>
    public virtual Task RequireAsync() => Task.CompletedTask;

    /// <summary>A module as a command on this host.</summary>
    protected abstract ProcessStartInfo Command(GuestModule module, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch);
}
