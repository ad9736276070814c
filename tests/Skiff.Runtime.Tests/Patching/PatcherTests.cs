using Mono.Cecil;
using Skiff.Runtime.Packing;
using Skiff.Runtime.Patching;

namespace Skiff.Runtime.Tests.Patching;

public sealed class PatcherTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_patch_gives_a_method_its_body()
    {
        using var library = Open();
        Patcher.Apply(library, PatchAssembly.Write(_directory.Path, "System.Private.CoreLib", "System.Environment", "get_ProcessorCount"));
        library.Write(_directory.Path);

        using var module = ModuleDefinition.ReadModule(Path.Combine(_directory.Path, "System.Private.CoreLib.dll"));
        var method = module.GetType("System.Environment").Methods.Single(m => m.Name == "get_ProcessorCount");
        Assert.Equal(123, method.Body.Instructions[0].Operand);
    }

    [Theory]
    [InlineData("System.Private.CoreLib", "System.Environment", "NoSuchMethod", "System.Environment::NoSuchMethod()")]
    [InlineData("System.Private.CoreLib", "System.Environment", "get_NewLine", "System.Environment::get_NewLine()")]
    [InlineData("System.Private.CoreLib", "System.NoSuchType", "Method", "System.NoSuchType")]
    [InlineData("No.Such.Assembly", "Type", "Method", "No.Such.Assembly")]
    public void A_patch_without_a_target_fails_with_the_target_s_name_and_the_version(string assembly, string type, string method, string named)
    {
        using var library = Open();
        var patches = PatchAssembly.Write(_directory.Path, assembly, type, method);

        var error = Assert.Throws<PatchException>(() => Patcher.Apply(library, patches));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Contains(Built.Package.Version, error.Message, StringComparison.Ordinal);
    }

    private static BaseClassLibrary Open()
    {
        RuntimePackage package = Built.Package;
        return new BaseClassLibrary(package.Version, package.Library, package.Native);
    }
}
