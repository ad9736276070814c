namespace Skiff.Linker.Tests;

/// <summary>What cannot be linked, and that it is said why.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private LinkRequest Request => GuestProgram.Request(_directory.File("app.wasm"));

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_missing_file_is_named() =>
        Refuse(LinkError.UnreadableInput, Request with { References = [.. Request.References, "/nowhere/X.dll"] }, "'/nowhere/X.dll'", "does not exist");

    [Fact]
    public void What_is_no_assembly_is_named() =>
        Refuse(LinkError.InvalidAssemblies, Request with { References = [.. Request.References, Write("X.dll", "MZ?")] }, "X.dll'", "not a .NET assembly");

    [Fact]
    public void Missing_input_for_training_is_named()
    {
        Refuse(LinkError.UnreadableInput, Request with { Training = new TrainingInput { StandardInput = "/nowhere/x" } }, "'/nowhere/x'", "does not exist");
        Refuse(LinkError.UnreadableInput, Request with { Training = new TrainingInput { Directory = "/nowhere" } }, "'/nowhere'", "does not exist");
    }

    [Fact]
    public void Two_assemblies_of_one_name_are_refused()
    {
        string copy = Path.Combine(Directory.CreateDirectory(_directory.File("copy")).FullName, Path.GetFileName(Request.References[0]));
        File.Copy(Request.References[0], copy);

        Refuse(LinkError.InvalidAssemblies, Request with { References = [.. Request.References, copy] }, $"'{Path.GetFileName(copy)}'");
    }

    [Fact]
    public void A_program_without_the_core_library_is_refused() =>
        Refuse(LinkError.InvalidAssemblies, Request with { References = [] }, "System.Private.CoreLib.dll");

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "runtimeOptions": 1 }""")]
    [InlineData("""{ "runtimeOptions": { "configProperties": [] } }""")]
    [InlineData("""{ "a": 1, "a": 2 }""")]
    public void What_is_no_runtime_configuration_is_named(string text) =>
        Refuse(LinkError.InvalidRuntimeConfiguration, Request with { RuntimeConfiguration = Write("x.runtimeconfig.json", text) }, "x.runtimeconfig.json'");

    [Fact]
    public void An_unknown_culture_is_named() =>
        Refuse(LinkError.UnknownCulture, Request with { Cultures = ["de", "xx-YY"] }, "'xx-YY'");

    [Theory]
    [InlineData("")]
    [InlineData("no module")]
    public void What_is_no_runtime_is_named(string text)
    {
        Write("dotnet.wasm", text);
        File.Copy(Path.Combine(Built.RuntimePack, "icudt.dat"), _directory.File("icudt.dat"));

        Refuse(LinkError.InvalidRuntimePack, Request with { RuntimePack = _directory.Path }, "dotnet.wasm'");
    }

    [Fact]
    public void A_runtime_without_the_linking_interface_is_refused()
    {
        Skiff.Wasm.Module module = new();
        module.Add(new Skiff.Wasm.Memory(new Skiff.Wasm.Limits(1)));
        module.Add(new Skiff.Wasm.Table(Skiff.Wasm.ValType.FuncRef, new Skiff.Wasm.Limits(1)));
        File.WriteAllBytes(_directory.File("dotnet.wasm"), module.Write());
        File.Copy(Path.Combine(Built.RuntimePack, "icudt.dat"), _directory.File("icudt.dat"));

        Refuse(LinkError.InvalidRuntimePack, Request with { RuntimePack = _directory.Path, KeepDebugger = true }, "'skiff_bundle'");
        Refuse(LinkError.InvalidRuntimePack, Request with { RuntimePack = _directory.Path, KeepDebugger = true, Snapshot = false }, "'_start'");
    }

    [Theory]
    [InlineData("Fail", "too cold")]
    [InlineData("Miss", "Miss")]
    public void An_initializer_that_fails_is_an_error_that_says_what_it_said(string method, string text) =>
        Refuse(LinkError.BootFailed, Request with { Initializers = [$"Skiff.Linker.Guest.Warmth.{method}"] }, text);

    [Fact]
    public void An_initializer_that_never_ends_is_an_error() => Refuse(
        LinkError.BootTimedOut,
        Request with { Initializers = ["Skiff.Linker.Guest.Warmth.Hang"], BootTimeLimit = TimeSpan.FromSeconds(2) },
        "2 s",
        "initializer");

    [Fact]
    public void An_output_that_cannot_be_written_is_named()
    {
        string file = Write("file", "");

        Refuse(LinkError.UnwritableOutput, Request with { Snapshot = false, Output = Path.Combine(file, "app.wasm") }, "app.wasm'");
    }

    private void Refuse(LinkError expected, LinkRequest request, params string[] parts)
    {
        AppLinkException error = Assert.Throws<AppLinkException>(() => AppLinker.Link(request));

        Assert.Equal(expected, error.Error);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', error.Message);
        Assert.False(File.Exists(Request.Output));
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_directory.File(name), text);
        return _directory.File(name);
    }
}
