using Skiff.Wasm.Components;

namespace Skiff.Wasm.Tests.Components;

/// <summary>Components built in code: the judges accept them and read the world that was meant.</summary>
public class ComponentWritingTests
{
    [Fact]
    public void A_component_built_in_code_is_what_the_judges_read()
    {
        Component component = new() { Name = "built" };
        ListType bytes = component.Add(new ListType(PrimitiveValType.U8));
        ComponentFunctionType readType = component.Add(new ComponentFunctionType([new("count", PrimitiveValType.U32)], bytes));
        ComponentImport read = component.Add(new ComponentImport("read", ExternType.Function(readType)));
        EmbeddedModule memoryModule = component.Add(new EmbeddedModule(MemoryModule()));
        CoreInstantiation memoryInstance = component.Add(new CoreInstantiation(memoryModule));
        CoreExportAlias memory = component.Add(new CoreExportAlias(memoryInstance, "memory", Sort.CoreMemory));
        CoreExportAlias realloc = component.Add(new CoreExportAlias(memoryInstance, "realloc", Sort.CoreFunction));
        Lower lowered = component.Add(new Lower(read, CanonicalOption.Memory(memory), CanonicalOption.Realloc(realloc)));
        EmbeddedModule main = component.Add(new EmbeddedModule(MainModule()));
        CoreInlineExports host = component.Add(new CoreInlineExports().With("read", lowered));
        CoreInstantiation instance = component.Add(new CoreInstantiation(main).With("host", host));
        CoreExportAlias size = component.Add(new CoreExportAlias(instance, "size", Sort.CoreFunction));
        ComponentFunctionType sizeType = component.Add(
            new ComponentFunctionType([new("text", PrimitiveValType.String)], PrimitiveValType.U32));
        Lift lift = component.Add(new Lift(size, sizeType, CanonicalOption.Memory(memory), CanonicalOption.Realloc(realloc)));
        InlineExports exported = component.Add(new InlineExports().With("size", lift));
        component.Add(new ComponentExport("example:built/sizes@1.0.0", exported));
        component.Add(new ComponentCustomSection("note", "hand-made"u8.ToArray()));

        byte[] written = component.Write();
        Wasmtime.AssertValidComponent(written);
        Assert.Equal(written, Component.Read(written).Write());
        string wit = Jco.Wit(written);
        Assert.Contains("import read: func(count: u32) -> list<u8>;", wit, StringComparison.Ordinal);
        Assert.Contains("export example:built/sizes@1.0.0;", wit, StringComparison.Ordinal);
        Assert.Contains("(component $built", Jco.Print(written), StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_can_be_moved_and_removed()
    {
        var component = Component.Read(Wasmtime.Assemble("""
            (component
              (type (func (param "a" u8)))
              (type (func (param "b" u16)))
              (import "f" (func (type 0)))
              (import "g" (func (type 1))))
            """));
        component.Definitions.Remove(component.Definitions[0]);
        component.Definitions.Remove(component.FindImport("f")!);
        byte[] written = component.Write();
        Wasmtime.AssertValidComponent(written);
        Assert.Contains("import g: func(b: u16);", Jco.Wit(written), StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_that_stands_behind_its_user_is_named()
    {
        Component component = new();
        PrimitiveType type = new(PrimitiveValType.U8) { Name = "byte" };
        component.Add(new ListType(type));
        component.Add(type);
        Assert.Equal("The list names the u8 'byte', which does not stand before it.", Assert.Throws<InvalidOperationException>(component.Write).Message);
    }

    [Fact]
    public void A_definition_of_another_sort_is_named()
    {
        Component component = new();
        NestedComponent nested = component.Add(new NestedComponent(new Component()));
        component.Add(new CoreInstantiation(nested));
        Assert.Equal(
            "The core instance names the nested component where a core module is expected.",
            Assert.Throws<InvalidOperationException>(component.Write).Message);
    }

    [Fact]
    public void A_definition_cannot_stand_twice()
    {
        Component component = new();
        PrimitiveType type = component.Add(new PrimitiveType(PrimitiveValType.U8));
        component.Add(type);
        Assert.Equal("The u8 stands twice among the definitions.", Assert.Throws<InvalidOperationException>(component.Write).Message);
    }

    [Fact]
    public void A_recursion_group_stands_together()
    {
        Component component = new();
        StructType first = new();
        StructType second = new();
        RecursionGroup group = new();
        group.Add(first);
        group.Add(second);
        first.Fields.Add(new FieldType(ValType.Reference(second, nullable: true), IsMutable: false));
        CoreTypeDefinition definition = component.Add(new CoreTypeDefinition(first));
        Assert.Contains("do not stand next to each other", Assert.Throws<InvalidOperationException>(component.Write).Message, StringComparison.Ordinal);
        component.Add(new CoreTypeDefinition(second));
        byte[] written = component.Write();
        Wasmtime.AssertValidComponent(written);
        Assert.Equal(written, Component.Read(written).Write());
        Assert.Same(first, definition.Type);
    }

    private static Module MemoryModule()
    {
        Module module = new();
        module.Export("memory", module.Add(new Memory(new Limits(1))));
        Function realloc = module.Add(new Function(new FunctionType(Enumerable.Repeat(ValType.I32, 4), ValType.I32)));
        realloc.Body.Unreachable();
        module.Export("realloc", realloc);
        return module;
    }

    private static Module MainModule()
    {
        Module module = new();
        module.Import("host", "read", new Function(new FunctionType([ValType.I32, ValType.I32])));
        Function size = module.Add(new Function(new FunctionType([ValType.I32, ValType.I32], ValType.I32)));
        size.Body.LocalGet(1);
        module.Export("size", size);
        return module;
    }
}
