using Skiff.Linker.DeadCode;
using Skiff.Wasm;
using Skiff.Wasm.References;

namespace Skiff.Linker.Tests.DeadCode;

/// <summary>What is removed from the runtime, and what must stay.</summary>
public sealed class DeadCodeRemovalTests
{
    private static readonly string s_core = Path.Combine(Built.RuntimePack, "managed", "System.Private.CoreLib.dll");
    private static readonly byte[] s_runtime = File.ReadAllBytes(Path.Combine(Built.RuntimePack, RuntimePackModule.FileName(WasiVersion.Preview1)));
    private static readonly ReferenceGraph s_references = Read();

    [Fact]
    public void A_program_without_the_core_library_reaches_no_native_function_by_name()
    {
        Module module = Module.Read(s_runtime);
        DeadCodeResult result = DeadCodeRemoval.Apply(module, [], new DeadCodeOptions { References = s_references });
        module.Validate();
        Assert.Contains("GlobalizationNative_CompareString", result.RemovedFunctions);
        Assert.Contains("CompressionNative_Deflate", result.RemovedFunctions);
        Assert.Contains(result.RemovedFunctions, name => name.StartsWith("icu::MessageFormat::", StringComparison.Ordinal));
        Assert.DoesNotContain("mono_interp_exec_method", result.RemovedFunctions);
        // ICU, its tables among them, is a third of the runtime.
        Assert.True(result.RemovedFunctions.Count > 3500, $"{result.RemovedFunctions.Count} functions");
        Assert.True(result.DeadData.Sum(range => range.Size) > 250_000, $"{result.DeadData.Sum(range => range.Size)} bytes");
    }

    [Fact]
    public void The_whole_core_library_keeps_what_it_can_name()
    {
        Module module = Module.Read(s_runtime);
        DeadCodeRemoval.Apply(module, [s_core], new DeadCodeOptions { References = s_references });
        module.Validate();
        HashSet<string?> names = [.. module.Functions.Select(function => function.Name)];
        Assert.Contains("GlobalizationNative_CompareString", names);
        Assert.Contains("CompressionNative_Deflate", names);
    }

    [Fact]
    public void What_is_never_there_goes_even_from_a_program_with_the_whole_base_class_library()
    {
        string[] library = Directory.GetFiles(Path.GetDirectoryName(s_core)!, "*.dll");
        Module module = Module.Read(s_runtime);
        DeadCodeRemoval.Apply(module, library, new DeadCodeOptions { References = s_references });
        HashSet<string?> names = [.. module.Functions.Select(function => function.Name)];
        Assert.DoesNotContain("mono_process_dbg_packet", names);
        Assert.DoesNotContain("decode_llvm_mono_eh_frame", names);
        // The whole library can change its assemblies; a trimmed program cannot.
        Assert.Contains("hot_reload_apply_changes", names);
        module = Module.Read(s_runtime);
        DeadCodeResult result = DeadCodeRemoval.Apply(module, [], new DeadCodeOptions { References = s_references });
        Assert.Contains("hot_reload_apply_changes", result.RemovedFunctions);
    }

    [Fact]
    public void No_slot_moves_and_an_emptied_one_holds_a_trap_of_the_same_type()
    {
        Dictionary<uint, Function> before = new FunctionTable(Module.Read(s_runtime)).Slots.ToDictionary(slot => slot.Slot, slot => slot.Function);
        Module module = Module.Read(s_runtime);
        DeadCodeResult result = DeadCodeRemoval.Apply(module, [], new DeadCodeOptions { References = s_references });
        HashSet<uint> emptied = [.. result.EmptiedSlots];
        Assert.NotEmpty(emptied);
        foreach ((uint slot, Function function) in new FunctionTable(module).Slots)
        {
            Assert.Equal(before[slot].Type, function.Type);
            Assert.True(emptied.Contains(slot) ? function.Body[^1].Opcode == Opcode.Unreachable : function.Name == before[slot].Name);
            before.Remove(slot);
        }

        Assert.Empty(before);
    }

    [Fact]
    public void A_trap_names_what_was_removed()
    {
        Module module = Module.Read(s_runtime);
        DeadCodeRemoval.Apply(module, [], new DeadCodeOptions { References = s_references });
        Assert.Contains(module.Functions, function => function.Name == "removed: System.Environment::Exit" || function.Name == "removed: SystemNative_Read");
    }

    [Fact]
    public void Data_that_stays_does_not_change()
    {
        byte[] before = Image(Module.Read(s_runtime));
        Module module = Module.Read(s_runtime);
        DeadCodeResult result = DeadCodeRemoval.Apply(module, [], new DeadCodeOptions { References = s_references });
        foreach (DataRange range in result.DeadData)
        {
            before.AsSpan((int)range.Address, (int)range.Size).Clear();
        }

        Assert.True(before.AsSpan().SequenceEqual(Image(module)));
    }

    [Fact]
    public void References_of_another_module_are_refused()
    {
        Module module = Module.Read(s_runtime);
        module.Functions[^1].Name = "another";
        Assert.Throws<InvalidDataException>(() => DeadCodeRemoval.Apply(module, [], new DeadCodeOptions { References = s_references }));
    }

    [Fact]
    public void The_methods_that_ask_for_native_functions_at_run_time_are_in_the_core_library() =>
        Assert.True(NativeNames.Of([s_core]).LooksUpAtRunTime);

    [Fact]
    public void Each_of_those_methods_is_there()
    {
        using FileStream file = File.OpenRead(s_core);
        using System.Reflection.PortableExecutable.PEReader image = new(file);
        var metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(image);
        var methods = metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
            .Select(method => (Type: metadata.GetTypeDefinition(method.GetDeclaringType()), method.Name))
            .Select(method => ($"{metadata.GetString(method.Type.Namespace)}.{metadata.GetString(method.Type.Name)}", metadata.GetString(method.Name)))
            .ToHashSet();
        Assert.All(NativeNames.LookUps, lookUp => Assert.Contains(lookUp, methods));
    }

    private static byte[] Image(Module module)
    {
        byte[] image = new byte[16 << 20];
        foreach (DataSegment segment in module.DataSegments.Where(segment => segment.Memory is not null))
        {
            segment.Bytes.Span.CopyTo(image.AsSpan((int)segment.Offset!.IntegerValue!.Value));
        }

        return image;
    }

    private static ReferenceGraph Read()
    {
        using FileStream file = File.OpenRead(Path.Combine(Built.RuntimePack, "dotnet.references"));
        return ReferenceGraph.Read(file);
    }
}
