namespace Skiff.EndToEnd.Tests;

/// <summary>A test that uses the packages as their user does.</summary>
public abstract class EndToEndTest
{
    /// <summary>Skips the test in a build that makes no packages.</summary>
    protected EndToEndTest(Workspace workspace)
    {
        Assert.SkipUnless(Repository.Packs, "Only a Release build makes the packages: run `dotnet test -c Release`.");
        Workspace = workspace;
    }

    /// <summary>The user's machine.</summary>
    private protected Workspace Workspace { get; }
}
