using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Skiff.Personality.Tests.Files;

public sealed unsafe class PathsTests : PersonalityTest
{
    [Theory]
    [InlineData("", "/", "")]
    [InlineData("", "//", "")]
    [InlineData("", "a", "/a")]
    [InlineData("/w", "a", "/w/a")]
    [InlineData("/w", "/a", "/a")]
    [InlineData("/w", ".", "/w")]
    [InlineData("/w", "./a/.//b/", "/w/a/b")]
    [InlineData("/w", "..", "")]
    [InlineData("/w/x", "../y", "/w/y")]
    [InlineData("", "../../../etc/passwd", "/etc/passwd")]
    [InlineData("", "/..", "")]
    [InlineData("", "/a/../../b", "/b")]
    [InlineData("", "...", "/...")]
    [InlineData("", ".a/..b", "/.a/..b")]
    public void A_path_becomes_canonical(string origin, string path, string expected) =>
        Assert.Equal((0, expected), Canonicalize(origin, path));

    [Fact]
    public void A_path_longer_than_the_maximum_is_refused()
    {
        Assert.Equal(Errno.NameTooLong, Canonicalize("", new string('a', 4095)).Errno);
        Assert.Equal(Errno.NameTooLong, Canonicalize("", new string('a', 65536)).Errno);
        Assert.Equal(Errno.NameTooLong, Canonicalize("", new string('/', 65536)).Errno);
        Assert.Equal(Errno.NameTooLong, Canonicalize("/" + new string('w', 4000), new string('a', 200)).Errno);
        Assert.Equal((0, "/" + new string('a', 4094)), Canonicalize("", new string('a', 4094)));
    }

    [Property(MaxTest = 500)]
    public Property A_canonical_path_has_no_dots_and_stays_below_the_root() => Prop.ForAll(HostilePath(), path =>
    {
        (int errno, string result) = Canonicalize("/some/where", path);
        return errno == Errno.NameTooLong
            || (errno == 0
                && (result.Length == 0 || result.StartsWith('/'))
                && !result.EndsWith('/')
                && result.Split('/').Skip(1).All(name => name is not ("" or "." or "..")));
    });

    [Property(MaxTest = 500)]
    public Property No_path_that_reaches_the_host_leaves_its_preopen() => Prop.ForAll(HostilePath(), HostilePath(), (first, second) =>
    {
        FakeHost host = new();
        host.AddFile(host.Preopen("/data"), "in/file");
        host.AddLink(host.Preopen("/data/deep/mount"), "out", "../../../etc");
        host.Preopen(".");
        host.Start();
        SystemCalls.ChangeDirectory(first);
        int fd = SystemCalls.Open(second);
        SystemCalls.Stat(first, out _);
        SystemCalls.Stat(second, out _, follow: false);
        SystemCalls.MakeDirectory(first);
        SystemCalls.Rename(first, second);
        SystemCalls.Link(first, second);
        SystemCalls.MakeSymbolicLink(first, second);
        SystemCalls.ReadLink(second, out _);
        SystemCalls.Unlink(second);
        SystemCalls.Open(first, OpenFlags.Create | OpenFlags.WriteOnly, fd);
        return host.Paths.All(path => !path.StartsWith('/') && !path.Split('/').Any(name => name is ".." or ""));
    });

    private static Arbitrary<string> HostilePath() =>
        Gen.Elements("/", "/", "..", ".", "a", "data", "deep", "mount", "out", "in", "file", "...", "é", "etc", new string('n', 300))
            .ListOf()
            .Select(parts => string.Concat(parts))
            .ToArbitrary();

    private static (int Errno, string Path) Canonicalize(string origin, string path)
    {
        byte* result = stackalloc byte[(int)Paths.Maximum];
        fixed (byte* originText = SystemCalls.Bytes(origin))
        fixed (byte* text = SystemCalls.Bytes(path))
        {
            int errno = Paths.Canonicalize(originText, text, result);
            return (errno, errno == 0 ? Marshal.PtrToStringUTF8((nint)result)! : "");
        }
    }
}
