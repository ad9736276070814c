using Mono.Cecil;
using Mono.Cecil.Cil;
using Skiff.Runtime.Patching;

namespace Skiff.Runtime.Tests.Patching;

/// <summary>The base class library of the runtime pack, by its metadata.</summary>
public sealed class PatchedLibraryTests
{
    private static readonly string s_managed = Path.Combine(Built.RuntimePack, "managed");

    /// <summary>The types that are patched, with their assemblies and the names of the methods replaced.</summary>
    public static TheoryData<string, string, string> Patches()
    {
        var data = new TheoryData<string, string, string>();
        using var patches = ModuleDefinition.ReadModule(Built.Patches);
        foreach (var type in patches.Types)
        {
            if (type.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name == "PatchAttribute") is { } patch)
            {
                data.Add((string)patch.ConstructorArguments[0].Value, (string)patch.ConstructorArguments[1].Value,
                    string.Join(' ', type.Methods.Where(m => m.IsPublic).Select(m => m.Name is "_ctor" or "_cctor" ? "." + m.Name[1..] : m.Name)));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Patches))]
    public void Every_patched_method_has_another_body_than_the_browser_s(string assembly, string type, string methods)
    {
        using var patched = ModuleDefinition.ReadModule(Path.Combine(s_managed, assembly + ".dll"));
        using var library = new BaseClassLibrary(Built.Package.Version, Built.Package.Library, Built.Package.Native);
        var original = library.Open(assembly).GetType(type);
        foreach (var name in methods.Split(' '))
        {
            var bodies = patched.GetType(type).Methods.Where(m => m.Name == name).Select(Code);
            Assert.NotEqual(original.Methods.Where(m => m.Name == name).Select(Code), bodies);
        }
    }

    [Theory]
    [InlineData("System.TimeZoneInfo", "s_cachedData", true)]
    [InlineData("System.TimeZoneInfo", "UseEmbeddedTzDatabase", false)]
    [InlineData("System.Random", "_impl", false)]
    [InlineData("System.Collections.Comparer", "_compareInfo", false)]
    public void A_field_that_a_patch_assigns_is_not_read_only(string type, string field, bool wasWritable)
    {
        using var patched = ModuleDefinition.ReadModule(Path.Combine(s_managed, "System.Private.CoreLib.dll"));
        using var library = new BaseClassLibrary(Built.Package.Version, Built.Package.Library, Built.Package.Native);
        Assert.NotEqual(wasWritable, library.Open("System.Private.CoreLib").GetType(type).Fields.Single(f => f.Name == field).IsInitOnly);
        Assert.False(patched.GetType(type).Fields.Single(f => f.Name == field).IsInitOnly);
    }

    [Fact]
    public void No_assembly_finds_its_messages_by_a_resource_manager()
    {
        var found = 0;
        foreach (var path in Directory.GetFiles(s_managed, "System.*.dll"))
        {
            using var assembly = ModuleDefinition.ReadModule(path);
            var method = assembly.GetType("System.SR")?.Methods.SingleOrDefault(m => m is { Name: "GetResourceString", Parameters.Count: 1, HasBody: true });
            if (method is not null)
            {
                Assert.DoesNotContain(method.Body.Instructions, i => i.Operand is MethodReference { DeclaringType.FullName: "System.Resources.ResourceManager" });
                found++;
            }
        }

        Assert.True(found > 50, $"{found} assemblies");
    }

    [Fact]
    public void Everything_that_patched_assemblies_refer_to_exists()
    {
        using var library = new BaseClassLibrary(Built.Package.Version, s_managed);
        var missing = new List<string>();
        foreach (var assembly in Patches().Select(row => row.Data.Item1).Distinct())
        {
            var module = library.Open(assembly);
            Assert.DoesNotContain(module.AssemblyReferences, r => r.Name == "Skiff.Runtime.Patches");
            missing.AddRange(module.GetTypes().Where(t => Outermost(t).Namespace.StartsWith("Skiff", StringComparison.Ordinal))
                .SelectMany(t => t.Methods)
                .Concat(module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody && MentionsSkiff(m)))
                .Where(m => m.HasBody)
                .SelectMany(m => m.Body.Instructions.Select(i => (Method: m, i.Operand)))
                .Where(use => use.Operand is MemberReference reference && !Exists(reference))
                .Select(use => $"{use.Method.FullName}: {use.Operand}"));
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void The_library_is_whole()
    {
        Assert.Equal(
            Built.Package.Assemblies.Select(Path.GetFileName).Order(),
            Directory.EnumerateFiles(s_managed).Select(Path.GetFileName).Where(n => n != "BouncyCastle.Cryptography.dll").Order());
    }

    private static bool MentionsSkiff(MethodDefinition method) =>
        method.Body.Instructions.Any(i => i.Operand is MemberReference { DeclaringType: { } type } && Outermost(type).Namespace.StartsWith("Skiff", StringComparison.Ordinal));

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } declaring ? Outermost(declaring) : type;

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } declaring ? Outermost(declaring) : type;

    private static bool Exists(MemberReference reference) => reference switch
    {
        GenericParameter or FunctionPointerType => true,
        MethodReference { DeclaringType: ArrayType } => true,
        TypeSpecification type => Exists(type.ElementType),
        _ => reference.Resolve() is not null,
    };

    private static string Code(MethodDefinition method) =>
        method.HasBody ? string.Join('\n', method.Body.Instructions.Select(i => i.OpCode + " " + (i.Operand is Instruction ? "" : i.Operand))) : "native";
}
