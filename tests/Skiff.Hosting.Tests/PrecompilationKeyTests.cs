namespace Skiff.Hosting.Tests;

public sealed class PrecompilationKeyTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("skiff-key-");

    private string KeyFile => Path.Combine(_directory.FullName, "data", "skiff", "key");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_key_is_made_once_and_is_the_users_alone()
    {
        Assert.Null(PrecompilationKey.Read(KeyFile));
        PrecompilationKey made = PrecompilationKey.ReadOrCreate(KeyFile);
        Assert.Equal(Tag(made), Tag(PrecompilationKey.ReadOrCreate(KeyFile)));
        Assert.Equal(Tag(made), Tag(PrecompilationKey.Read(KeyFile)!));
        Assert.Equal([KeyFile], Directory.GetFiles(Path.GetDirectoryName(KeyFile)!));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(KeyFile)!));
        }
    }

    [Fact]
    public void Whoever_makes_the_key_at_the_same_time_has_the_same()
    {
        for (int round = 0; round < 20; round++)
        {
            string file = $"{KeyFile}{round}";
            string[] tags = new string[8];
            Parallel.For(0, tags.Length, i => tags[i] = Tag(PrecompilationKey.ReadOrCreate(file)));
            Assert.Single(tags.Distinct());
        }

        Assert.Equal(20, Directory.GetFiles(Path.GetDirectoryName(KeyFile)!).Length);
    }

    [Fact]
    public void Keys_differ() =>
        Assert.NotEqual(Tag(PrecompilationKey.ReadOrCreate(KeyFile)), Tag(PrecompilationKey.ReadOrCreate(KeyFile + "2")));

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_key_that_others_can_use_is_refused(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Files have no such mode there.");
            return;
        }

        PrecompilationKey.ReadOrCreate(KeyFile);
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        Assert.Contains("others can use the key", Assert.Throws<IOException>(() => PrecompilationKey.ReadOrCreate(KeyFile)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(1000)]
    public void A_file_of_another_length_is_no_key(int length)
    {
        PrecompilationKey.ReadOrCreate(KeyFile);
        File.WriteAllBytes(KeyFile, new byte[length]);
        Assert.Contains("is no key", Assert.Throws<IOException>(() => PrecompilationKey.ReadOrCreate(KeyFile)).Message, StringComparison.Ordinal);
    }

    private static string Tag(PrecompilationKey key) => Convert.ToHexString(key.Tag("one"u8, "other"u8));
}
