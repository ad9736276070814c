namespace Skiff.Personality.Tests.Boot;

public sealed class BootTests : PersonalityTest
{
    private const string Configuration = """{"runtimeOptions":{"configProperties":{"My.Switch":true}}}""";

    [Fact]
    public void A_bundle_in_the_working_directory_is_started()
    {
        Bundle(Host.Preopen("."));
        Host.Arguments.AddRange(["dotnet.wasm", "app", "one", "zwei ü", ""]);
        Assert.Equal((42, ""), Run());
        Assert.Equal(["/managed/app.dll", "one", "zwei ü", ""], Runtime.ManagedArguments);
        Assert.Equal(
            ["constructors", "icu", "runtime", "arguments 4", "class Skiff.Runtime.Boot", "Run", "Run"],
            Runtime.Calls);
        Assert.Equal(("app", "/managed/"), (Runtime.Entry, Runtime.BaseDirectory));
        Assert.Equal("true", Runtime.StartProperties["My.Switch"]);
        Assert.Equal("/managed/", Runtime.StartProperties["APP_CONTEXT_BASE_DIRECTORY"]);
        Assert.Equal("wasi-wasm", Runtime.StartProperties["RUNTIME_IDENTIFIER"]);
        Assert.Equal(
            ["/managed/System.Private.CoreLib.dll", "/managed/app.dll"],
            Runtime.StartProperties["TRUSTED_PLATFORM_ASSEMBLIES"].Split(':'));
    }

    [Theory]
    [InlineData("app.dll")]
    [InlineData("./app")]
    [InlineData("managed/app.dll")]
    public void The_program_may_be_named_as_a_file(string argument)
    {
        Bundle(Host.Preopen("/"));
        Host.Arguments.AddRange(["dotnet.wasm", argument]);
        Assert.Equal((42, ""), Run());
    }

    [Fact]
    public void The_modules_own_directory_comes_first_and_preopens_last()
    {
        Bundle(Host.Preopen("/first"), "x/AppBundle");
        Bundle(Host.Preopen("/second"));
        Host.Arguments.AddRange(["/first/x/AppBundle/dotnet.wasm", "app"]);
        Assert.Equal((42, ""), Run());
        Assert.Equal("/first/x/AppBundle/managed/", Runtime.StartProperties["APP_CONTEXT_BASE_DIRECTORY"]);
    }

    [Fact]
    public void A_preopened_bundle_is_found_by_its_root()
    {
        Host.Preopen("/other");
        Bundle(Host.Preopen("/bundle"));
        Host.Arguments.AddRange(["elsewhere/dotnet.wasm", "app"]);
        Assert.Equal((42, ""), Run());
        Assert.Equal(["/bundle/managed/app.dll"], Runtime.ManagedArguments);
    }

    [Fact]
    public void The_only_program_needs_no_name()
    {
        Bundle(Host.Preopen("/"));
        Host.Arguments.Add("dotnet.wasm");
        Assert.Equal((42, ""), Run());
        Assert.Equal(["/managed/app.dll"], Runtime.ManagedArguments);
    }

    [Fact]
    public void One_of_two_programs_has_to_be_named()
    {
        FakeFile root = Host.Preopen("/");
        Bundle(root);
        Host.AddFile(root, "tool.runtimeconfig.json", "{}");
        Host.Arguments.Add("dotnet.wasm");
        (int code, string error) = Run();
        Assert.Equal(2, code);
        Assert.Equal("skiff: no program is named; give the name of one of those in / as the first argument.\n", error);
    }

    [Fact]
    public void Without_a_bundle_it_says_where_it_looked()
    {
        Host.Preopen("/");
        (int code, string error) = Run();
        Assert.Equal(2, code);
        Assert.Contains("managed/System.Private.CoreLib.dll; preopen the AppBundle.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_program_is_named()
    {
        Bundle(Host.Preopen("/"));
        Host.Arguments.AddRange(["dotnet.wasm", "wrong"]);
        Assert.Equal((2, "skiff: there is no program /managed/wrong.dll; give the name of one that is there as the first argument.\n"), Run());
    }

    [Fact]
    public void A_broken_configuration_is_one_sentence()
    {
        FakeFile root = Host.Preopen("/");
        Bundle(root);
        Host.AddFile(root, "app.runtimeconfig.json", "{ oops");
        Host.Arguments.AddRange(["dotnet.wasm", "app"]);
        Assert.Equal((2, "skiff: /app.runtimeconfig.json is not a runtime configuration: at byte 2 a string is missing.\n"), Run());
    }

    [Fact]
    public void A_program_without_configuration_has_only_the_hosts_properties()
    {
        FakeFile root = Host.Preopen("/");
        Bundle(root);
        root.Children.Remove("app.runtimeconfig.json");
        Host.Arguments.AddRange(["dotnet.wasm", "app"]);
        Assert.Equal((42, ""), Run());
        Assert.Equal(3, Runtime.StartProperties.Count);
    }

    [Theory]
    [InlineData("true", null, true)]
    [InlineData("True", null, true)]
    [InlineData("false", null, false)]
    [InlineData(null, "1", true)]
    [InlineData(null, "true", true)]
    [InlineData("true", "0", false)]
    [InlineData("true", "maybe", true)]
    public void Invariant_globalization_needs_no_data(string? property, string? variable, bool invariant)
    {
        FakeFile root = Host.Preopen("/");
        Bundle(root);
        root.Children.Remove("icudt.dat");
        if (property != null)
        {
            Host.AddFile(root, "app.runtimeconfig.json", Configuration.Replace("\"My.Switch\":true", $"\"System.Globalization.Invariant\":\"{property}\"", StringComparison.Ordinal));
        }

        if (variable != null)
        {
            Host.Environment.Add("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=" + variable);
        }

        Host.Arguments.AddRange(["dotnet.wasm", "app"]);
        (int code, string error) = Run();
        Assert.Equal(invariant ? 42 : 2, code);
        Assert.Equal(
            invariant ? "" : "skiff: cannot read /icudt.dat; copy it from the runtime pack, or set InvariantGlobalization in the project.\n",
            error);
    }

    [Fact]
    public void Data_that_is_not_ICUs_is_refused()
    {
        FakeFile root = Host.Preopen("/");
        Bundle(root);
        Host.AddFile(root, "icudt.dat", "not");
        Host.Arguments.AddRange(["dotnet.wasm", "app"]);
        Assert.Equal((2, "skiff: the data in /icudt.dat is not of ICU; copy the one of the runtime pack there.\n"), Run());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(-1, 255)]
    [InlineData(256, 0)]
    public void The_host_sees_the_low_byte_of_an_exit_code(int code, int expected)
    {
        ExitException exit = Assert.Throws<ExitException>(() => Process.End(code));
        Assert.Equal(expected, exit.Code);
        Assert.Equal(["flush"], Runtime.Calls);
    }

    [Fact]
    public void An_import_without_meaning_traps_with_its_name()
    {
        Assert.Throws<NotSupportedException>(() => Process.Missing("mono_wasm_cancel_promise"u8));
        Assert.Contains("mono_wasm_cancel_promise", Host.Errors.ToString(), StringComparison.Ordinal);
    }

    private void Bundle(FakeFile root, string? directory = null)
    {
        FakeFile bundle = directory == null ? root : Host.AddDirectory(root, directory);
        Host.AddFile(bundle, "managed/System.Private.CoreLib.dll");
        Host.AddFile(bundle, "managed/app.dll");
        Host.AddFile(bundle, "managed/notes.txt");
        Host.AddFile(bundle, "managed/de/app.resources.dll");
        Host.AddFile(bundle, "app.runtimeconfig.json", Configuration);
        Host.AddFile(bundle, "icudt.dat", "ICU");
    }

    private (int Code, string Error) Run()
    {
        int code = Assert.Throws<ExitException>(Personality.Boot.Run).Code;
        return (code, Host.Errors.ToString());
    }
}
