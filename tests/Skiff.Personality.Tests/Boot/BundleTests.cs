using System.Runtime.InteropServices;
using System.Text;

namespace Skiff.Personality.Tests.Boot;

public sealed unsafe class BundleTests : PersonalityTest
{
    private static readonly (uint Kind, string Name, string Content)[] s_program =
    [
        (1, "app.dll", "APP"),
        (1, "System.Private.CoreLib.dll", "CORE"),
        (2, "de/app.resources.dll", "DE"),
        (3, "icudt.dat", "ICU"),
        (4, "app.runtimeconfig.json", """{"runtimeOptions":{"configProperties":{"My.Switch":true}}}"""),
        (5, "app.pdb", "PDB"),
    ];

    [Fact]
    public void A_bundle_is_started_without_any_directory()
    {
        Load(s_program);
        Host.Arguments.AddRange(["bin/app.wasm", "one", ""]);
        Assert.Equal((42, ""), Exit(Personality.Boot.Run));
        Assert.Equal(["/bin/app.wasm", "one", ""], Runtime.ManagedArguments);
        Assert.Equal(("app", "/bin/"), (Runtime.Entry, Runtime.BaseDirectory));
        Assert.Equal(
            [
                "constructors", "icu", "assembly app.dll APP", "assembly System.Private.CoreLib.dll CORE",
                "satellite app.resources.dll de DE", "assembly app.pdb PDB", "symbols", "runtime", "arguments 3", "class Skiff.Runtime.Boot", "Run", "Run",
            ],
            Runtime.Calls);
        Assert.Equal("true", Runtime.StartProperties["My.Switch"]);
        Assert.Equal("/bin/", Runtime.StartProperties["APP_CONTEXT_BASE_DIRECTORY"]);
    }

    [Fact]
    public void A_snapshot_takes_arguments_and_environment_when_it_starts()
    {
        Load(s_program);
        Snapshot.Boot();
        Assert.Equal(["RunSnapshot", "locales", "platform", "nursery"], Runtime.Calls[^4..]);
        Runtime.Calls.Clear();
        Host.Arguments.AddRange(["/usr/bin/app.wasm", "now"]);
        Host.Environment.Add("PWD=/data");
        Host.Preopen("/data");
        Assert.Equal((42, ""), Exit(Personality.Boot.Run));
        Assert.Equal(["constructors", "arguments 2", "RunSnapshot", "RunSnapshot"], Runtime.Calls);
        Assert.Equal(["/usr/bin/app.wasm", "now"], Runtime.ManagedArguments);
        Assert.Equal("/usr/bin/", Runtime.BaseDirectory);
        Assert.Equal("/data", Marshal.PtrToStringUTF8((nint)WorkingDirectory.Path));
    }

    [Theory]
    [InlineData(null, "/program.wasm", "/")]
    [InlineData("", "/program.wasm", "/")]
    [InlineData("app.wasm", "/app.wasm", "/")]
    [InlineData("../x/./app.wasm", "/x/app.wasm", "/x/")]
    public void The_base_directory_is_that_of_the_module(string? argument, string path, string directory)
    {
        Load(s_program);
        if (argument != null)
        {
            Host.Arguments.Add(argument);
        }

        Assert.Equal((42, ""), Exit(Personality.Boot.Run));
        Assert.Equal([path], Runtime.ManagedArguments);
        Assert.Equal(directory, Runtime.BaseDirectory);
    }

    [Fact]
    public void Invariant_globalization_needs_no_data()
    {
        Load([s_program[0], (4, "app.runtimeconfig.json", """{"runtimeOptions":{"configProperties":{"System.Globalization.Invariant":true}}}""")]);
        Assert.Equal((42, ""), Exit(Personality.Boot.Run));
        Assert.DoesNotContain("icu", Runtime.Calls);
    }

    [Fact]
    public void Missing_data_for_cultures_says_so()
    {
        Load([s_program[0]]);
        Assert.Equal((2, "skiff: the program has no ICU data; link it with some, or set InvariantGlobalization in the project.\n"), Exit(Personality.Boot.Run));
    }

    [Fact]
    public void Data_that_is_not_ICUs_is_refused()
    {
        Load([s_program[0], (3, "icudt.dat", "not")]);
        Assert.Equal((2, "skiff: the bundle's data for cultures is not of ICU; link the program with a file of the runtime pack.\n"), Exit(Personality.Boot.Run));
    }

    [Theory]
    [InlineData(3u, "icudt.dat")]
    [InlineData(1u, "app.exe")]
    public void A_bundle_without_a_program_is_refused(uint kind, string name)
    {
        Load([(kind, name, "ICU")]);
        Assert.Equal(2, Exit(Personality.Boot.Run).Code);
    }

    [Theory]
    [InlineData(0, 1000u)]
    [InlineData(8, 1000u)]
    [InlineData(12, 1000u)]
    [InlineData(16, uint.MaxValue)]
    public void A_bundle_that_points_out_of_itself_is_refused(int offset, uint value)
    {
        byte[] bytes = Bytes(s_program);
        BitConverter.TryWriteBytes(bytes.AsSpan(offset), value);
        Load(bytes);
        (int code, string error) = Exit(Personality.Boot.Run);
        Assert.Equal(2, code);
        Assert.StartsWith("skiff: the memory for the program holds no bundle", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_open_cannot_be_kept()
    {
        Load(s_program);
        Runtime.Prepare = () => _ = Descriptors.Open(OpenFile.Virtual, OpenFlags.ReadOnly, FileType.Directory, null);
        (int code, string error) = Exit(Snapshot.Boot);
        Assert.Equal(2, code);
        Assert.StartsWith("skiff: a snapshot initializer left a file open", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_needs_a_bundle() =>
        Assert.Equal((2, "skiff: there is no bundle to boot; call skiff_bundle first.\n"), Exit(Snapshot.Boot));

    private static void Load((uint Kind, string Name, string Content)[] entries) => Load(Bytes(entries));

    private static void Load(byte[] bytes)
    {
        byte* memory = Personality.Boot.AllocateBundle((uint)bytes.Length);
        Assert.Equal(0u, (uint)((nuint)memory % 16));
        bytes.CopyTo(new Span<byte>(memory, bytes.Length));
    }

    private static byte[] Bytes((uint Kind, string Name, string Content)[] entries)
    {
        int head = 4 + (entries.Length * 16);
        using MemoryStream names = new();
        using MemoryStream contents = new();
        List<uint> numbers = [(uint)entries.Length];
        byte[][] texts = [.. entries.Select(entry => Encoding.UTF8.GetBytes(entry.Name + "\0"))];
        int start = (head + texts.Sum(text => text.Length) + 15) & ~15;
        foreach (((uint kind, _, string content), byte[] text) in entries.Zip(texts))
        {
            numbers.AddRange([kind, (uint)(head + names.Length), (uint)(start + contents.Length), (uint)content.Length]);
            names.Write(text);
            contents.Write(Encoding.UTF8.GetBytes(content));
            contents.SetLength((contents.Length + 15) & ~15);
            contents.Position = contents.Length;
        }

        byte[] bytes = new byte[start + contents.Length];
        MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(numbers)).CopyTo(bytes);
        names.ToArray().CopyTo(bytes, head);
        contents.ToArray().CopyTo(bytes, start);
        return bytes;
    }

    private (int Code, string Error) Exit(Action start)
    {
        int code = Assert.Throws<ExitException>(start).Code;
        return (code, Host.Errors.ToString());
    }
}
