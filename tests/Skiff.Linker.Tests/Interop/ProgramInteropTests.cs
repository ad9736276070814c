using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Skiff.Linker.Bundling;
using Skiff.Linker.Interop;

namespace Skiff.Linker.Tests.Interop;

/// <summary>What is read of a program's metadata, and what is refused.</summary>
public sealed class ProgramInteropTests
{
    private const string Name = "Program.dll";

    [Theory]
    [InlineData(typeof(int), new[] { typeof(int), typeof(uint), typeof(nint), typeof(string), typeof(byte[]), typeof(object) }, "IIIIIII")]
    [InlineData(typeof(void), new Type[0], "V")]
    [InlineData(typeof(long), new[] { typeof(ulong), typeof(float), typeof(double) }, "LLFD")]
    [InlineData(typeof(bool), new[] { typeof(char), typeof(sbyte), typeof(ushort) }, "IIII")]
    [InlineData(typeof(DayOfWeek), new[] { typeof(DateTimeKind), typeof(HandleRef), typeof(CLong) }, "IIII")]
    public void A_signature_is_what_the_runtime_calls_it(Type result, Type[] parameters, string cookie)
    {
        ProgramInterop interop = Read(type => Import(type, "Call", "host", result, parameters));

        Assert.Equal(cookie, Assert.Single(interop.Imports).Signature.Cookie);
    }

    [Theory]
    [InlineData("host", true)]
    [InlineData("sqlite3", false)]
    [InlineData("kernel32.dll", false)]
    public void A_library_that_is_named_is_imported(string library, bool isImported) =>
        Assert.Equal(isImported, Read(type => Import(type, "Call", library, typeof(void))).Imports.Count == 1);

    [Theory]
    [InlineData("sqlite3")]
    [InlineData("libm.so")]
    public void A_method_that_says_so_is_imported(string library)
    {
        ProgramInterop interop = Read(type => Import(type, "Call", library, typeof(void)).SetCustomAttribute(
            new CustomAttributeBuilder(typeof(WasmImportLinkageAttribute).GetConstructor([])!, [])));

        Assert.Equal(library, Assert.Single(interop.Imports).Library);
    }

    [Theory]
    [InlineData(typeof(Action), "the delegate Action")]
    [InlineData(typeof(Guid), "the struct Guid")]
    [InlineData(typeof(decimal), "the struct Decimal")]
    [InlineData(typeof(int?), "the struct Nullable`1")]
    public void What_cannot_be_passed_names_the_method_and_the_type(Type parameter, string text)
    {
        AppLinkException error = Assert.Throws<AppLinkException>(() => Read(type => Import(type, "Call", "host", typeof(void), parameter)));

        Assert.Equal(LinkError.UnsupportedImport, error.Error);
        Assert.Contains("Space.Natives.Call", error.Message, StringComparison.Ordinal);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_function_of_two_types_is_refused()
    {
        AppLinkException error = Assert.Throws<AppLinkException>(() => Read(type =>
        {
            Import(type, "Call", "host", typeof(int));
            Import(type, "Call", "host", typeof(void), typeof(long));
        }));

        Assert.Equal(LinkError.UnsupportedImport, error.Error);
    }

    [Fact]
    public void An_export_has_the_name_of_its_entry_point()
    {
        ExportedMethod export = Assert.Single(Read(type => Export(type, "Work", "work", typeof(int))).Exports);

        Assert.Equal(("work", "Program", "Space", "Natives", "Work"), (export.Name, export.Assembly, export.Namespace, export.Type, export.Method));
    }

    [Theory]
    [InlineData("_start")]
    [InlineData("memory")]
    public void A_name_that_WASI_gives_a_meaning_is_refused(string name) =>
        Assert.Contains($"'{name}'", Refuse(type => Export(type, "Work", name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_exports_of_one_name_are_refused() => Assert.Contains("'work'", Refuse(type =>
    {
        Export(type, "Work", "work");
        Export(type, "Play", "work");
    }).Message, StringComparison.Ordinal);

    [Fact]
    public void An_overload_that_cannot_be_told_apart_is_refused() => Assert.Contains("overload", Refuse(type =>
    {
        Export(type, "Work", "work", typeof(int));
        Export(type, "Work", "play", typeof(long));
    }).Message, StringComparison.Ordinal);

    private static AppLinkException Refuse(Action<TypeBuilder> define)
    {
        AppLinkException error = Assert.Throws<AppLinkException>(() => Read(define));
        Assert.Equal(LinkError.UnsupportedExport, error.Error);
        Assert.Contains("Space.Natives.", error.Message, StringComparison.Ordinal);
        return error;
    }

    private static ProgramInterop Read(Action<TypeBuilder> define)
    {
        PersistedAssemblyBuilder assembly = new(new AssemblyName("Program"), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("Program").DefineType("Space.Natives", TypeAttributes.Public);
        define(type);
        type.CreateType();
        using MemoryStream stream = new();
        assembly.Save(stream);
        string library = Path.Combine(Built.RuntimePack, "managed", "System.Private.CoreLib.dll");
        return ProgramInterop.Read(
            [
                new BundleEntry(BundleKind.Assembly, Name, stream.ToArray()),
                new BundleEntry(BundleKind.Assembly, Path.GetFileName(library), File.ReadAllBytes(library)),
            ],
            name => name == Name,
            ["host"]);
    }

    private static MethodBuilder Import(TypeBuilder type, string name, string library, Type result, params Type[] parameters)
    {
        MethodBuilder method = type.DefinePInvokeMethod(
            name, library, MethodAttributes.Public | MethodAttributes.Static | MethodAttributes.PinvokeImpl, CallingConventions.Standard,
            result, parameters, CallingConvention.Winapi, CharSet.Ansi);
        method.SetImplementationFlags(MethodImplAttributes.PreserveSig);
        return method;
    }

    private static void Export(TypeBuilder type, string name, string entryPoint, params Type[] parameters)
    {
        MethodBuilder method = type.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(void), parameters);
        method.GetILGenerator().Emit(OpCodes.Ret);
        method.SetCustomAttribute(new CustomAttributeBuilder(
            typeof(UnmanagedCallersOnlyAttribute).GetConstructor([])!, [], [typeof(UnmanagedCallersOnlyAttribute).GetField("EntryPoint")!], [entryPoint]));
    }
}
