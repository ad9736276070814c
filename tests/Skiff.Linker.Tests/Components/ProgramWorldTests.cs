using Skiff.Linker.Components;

namespace Skiff.Linker.Tests.Components;

public sealed class ProgramWorldTests
{
    private const string Ops = "package test:calc@1.0.0 { interface ops { add: func(a: u32, b: u32) -> u32; } ";

    private static readonly AssemblyWorld s_calculator = new("Calculator", "test:calc/calculator@1.0.0", Ops + "world calculator { export ops; } }");
    private static readonly AssemblyWorld s_user = new("User", "test:calc/user@1.0.0", Ops + "world user { import ops; } }");

    [Fact]
    public void A_library_exports_what_its_world_does()
    {
        var world = ProgramWorld.Unite([s_calculator], "Calculator.dll", isLibrary: true);

        Assert.Equal(["test:calc/ops@1.0.0"], world.World.Exports.Select(item => item.Name));
        Assert.Contains("wasi:cli/stdout@0.2.12", world.World.Imports.Select(item => item.Name));
        Assert.Null(world.Run);
        Assert.Equal(["test:calc/ops@1.0.0#add"], world.CoreNames.Required.Select(export => export.Name));
    }

    [Fact]
    public void A_program_exports_run()
    {
        var world = ProgramWorld.Unite([], "Program.dll", isLibrary: false);

        Assert.Equal(["wasi:cli/run@0.2.12"], world.World.Exports.Select(item => item.Name));
        Assert.Equal("wasi:cli/run@0.2.12#run", world.Run);
    }

    [Fact]
    public void A_world_chooses_the_version_of_run()
    {
        AssemblyWorld older = new(
            "Program",
            "test:older/program",
            "package wasi:cli@0.2.3 { interface run { run: func() -> result; } } package test:older { world program { export wasi:cli/run@0.2.3; } }");

        var world = ProgramWorld.Unite([older], "Program.dll", isLibrary: false);

        Assert.Equal(["wasi:cli/run@0.2.3"], world.World.Exports.Select(item => item.Name));
        Assert.Equal("wasi:cli/run@0.2.3#run", world.Run);
    }

    [Fact]
    public void What_one_assembly_imports_and_another_exports_is_plugged()
    {
        var world = ProgramWorld.Unite([s_user, s_calculator], "User.dll", isLibrary: false);

        Assert.Equal(["test:calc/ops@1.0.0"], world.Plugged.Select(plug => plug.Name));
        Assert.DoesNotContain("test:calc/ops@1.0.0", world.World.Imports.Concat(world.World.Exports).Select(item => item.Name));
    }

    [Fact]
    public void Resources_that_stay_within_the_program_cannot_be_exported()
    {
        const string Things = "package test:calc@1.0.0 { interface things { resource thing; } interface more { use things.{thing}; take: func(t: list<borrow<thing>>); } ";
        AssemblyWorld library = new("Library", "test:calc/library@1.0.0", Things + "world library { export things; } }");
        AssemblyWorld user = new("User", "test:calc/more-user@1.0.0", Things + "world more-user { import things; export more; } }");

        AppLinkException error = Assert.Throws<AppLinkException>(() => ProgramWorld.Unite([user, library], "User.dll", isLibrary: true));

        Assert.Equal(LinkError.InvalidWorld, error.Error);
        Assert.Contains("exports test:calc/more@1.0.0, which passes them", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_may_have_the_name_that_programs_have_by_default()
    {
        AssemblyWorld user = new("User", "skiff:program/program", "package skiff:program { interface ops { f: func(); } world program { export ops; } }");

        var world = ProgramWorld.Unite([user], "User.dll", isLibrary: true);

        Assert.Equal(["skiff:program/ops"], world.World.Exports.Select(item => item.Name));
    }

    [Fact]
    public void What_an_assembly_passes_through_is_not_plugged()
    {
        AssemblyWorld middle = new("Middle", "test:calc/middle@1.0.0", Ops + "world middle { import ops; export ops; } }");

        var world = ProgramWorld.Unite([middle], "Middle.dll", isLibrary: true);

        Assert.Empty(world.Plugged);
        Assert.Contains("test:calc/ops@1.0.0", world.World.Imports.Select(item => item.Name));
        Assert.Equal(["test:calc/ops@1.0.0"], world.World.Exports.Select(item => item.Name));
    }

    [Fact]
    public void Of_two_versions_of_an_interface_the_larger_one_is_taken()
    {
        AssemblyWorld larger = new(
            "Larger",
            "test:calc/larger@1.0.0",
            "package test:calc@1.0.0 { interface ops { /// Documented.\n add: func(a: u32, b: u32) -> u32; sub: func(a: u32, b: u32) -> u32; } world larger { export ops; } }");

        var world = ProgramWorld.Unite([s_user, larger], "User.dll", isLibrary: false);

        Assert.Equal(["test:calc/ops@1.0.0#add", "test:calc/ops@1.0.0#sub"], world.PluggedNames.Required.Select(export => export.Name));
    }

    [Fact]
    public void Different_interfaces_of_one_name_are_refused()
    {
        AssemblyWorld other = new(
            "Other", "test:calc/other@1.0.0", "package test:calc@1.0.0 { interface ops { add: func(a: u64) -> u64; } world other { export ops; } }");

        AppLinkException error = Assert.Throws<AppLinkException>(() => ProgramWorld.Unite([s_user, other], "User.dll", isLibrary: false));

        Assert.Equal(LinkError.InvalidWorld, error.Error);
        Assert.Contains("User and Other", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_exports_nothing_is_refused() => Assert.Contains(
        "nobody could call it",
        Assert.Throws<AppLinkException>(() => ProgramWorld.Unite([s_user], "User.dll", isLibrary: true)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_world_that_cannot_be_read_names_its_assembly() => Assert.Contains(
        "the world test:calc/user@1.0.0 of the assembly User cannot be read",
        Assert.Throws<AppLinkException>(() => ProgramWorld.Unite([s_user with { Text = "package test:calc@1.0.0 { world user { import absent; } }" }], "User.dll", isLibrary: false)).Message,
        StringComparison.Ordinal);
}
