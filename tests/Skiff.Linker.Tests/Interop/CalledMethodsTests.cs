using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Skiff.Linker.Interop;
using AssemblyDefinition = Mono.Cecil.AssemblyDefinition;
using MemberReference = Mono.Cecil.MemberReference;
using MethodDefinition = Mono.Cecil.MethodDefinition;
using TypeDefinition = Mono.Cecil.TypeDefinition;

namespace Skiff.Linker.Tests.Interop;

/// <summary>The instructions of large assemblies, as Cecil reads them.</summary>
public sealed class CalledMethodsTests
{
    public static TheoryData<string> Assemblies => [typeof(object).Assembly.Location, typeof(Enumerable).Assembly.Location];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Methods_name_what_another_reader_finds(string path)
    {
        using AssemblyDefinition expected = AssemblyDefinition.ReadAssembly(path);
        using PEReader image = new(File.OpenRead(path));
        int bodies = 0;
        foreach (MethodDefinition method in expected.MainModule.Types.SelectMany(WithNested).SelectMany(type => type.Methods).Where(method => method.RVA != 0))
        {
            Assert.Equal(
                method.Body.Instructions.Where(NamesMethod).Select(instruction => ((IMetadataTokenProvider)instruction.Operand).MetadataToken.ToInt32()),
                CalledMethods.Read(image.GetMethodBody(method.RVA)).Select(handle => MetadataTokens.GetToken(handle)));
            bodies++;
        }

        Assert.True(bodies > 1000);
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => [type, .. type.NestedTypes.SelectMany(WithNested)];

    // The token of a field may be of the same table as that of a method.
    private static bool NamesMethod(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj or Code.Jmp or Code.Ldftn or Code.Ldvirtftn
        || (instruction.OpCode.Code is Code.Ldtoken && instruction.Operand is MemberReference { MetadataToken.TokenType: TokenType.Method or TokenType.MemberRef or TokenType.MethodSpec });
}
