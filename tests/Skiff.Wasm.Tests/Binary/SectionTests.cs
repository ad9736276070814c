namespace Skiff.Wasm.Tests.Binary;

public class SectionTests
{
    private readonly Module _module = Module.Read(CompleteModule.Bytes);

    [Fact]
    public void A_module_with_every_section_is_valid_and_stays_so()
    {
        _module.Validate();
        byte[] written = _module.Write();
        Wasmtime.AssertValid(written);
        Assert.Equal(written, Module.Read(written).Write());
    }

    [Fact]
    public void Types_keep_recursion_subtyping_and_field_names()
    {
        var list = Assert.IsType<StructType>(_module.Types[0]);
        var longer = Assert.IsType<StructType>(_module.Types[2]);
        Assert.Same(list.Group, _module.Types[1].Group);
        Assert.Same(list, longer.Supertype);
        Assert.Equal((false, true), (list.IsFinal, longer.IsFinal));
        Assert.Equal(["head", "tail"], list.Fields.Select(field => field.Name));
        Assert.Equal(ValType.Reference(list, nullable: true), list.Fields[1].Storage.Unpacked);
        Assert.Equal(StorageType.I8, longer.Fields[2].Storage);
    }

    [Fact]
    public void Imports_of_every_kind_keep_their_names_and_types()
    {
        Assert.Equal(
            ["host.log", "host.table", "host.memory", "host.limit", "host.failure"],
            _module.Imports.Select(item => item.Import!.ToString()));
        Assert.Equal(new FunctionType([ValType.I32]), _module.Functions[0].Type);
        Assert.Equal(new Limits(1, 10), _module.Tables[0].Limits);
        Assert.Equal(new Limits(1, Is64: true), _module.Memories[0].Limits);
        Assert.False(_module.Globals[0].IsMutable);
        Assert.Equal([ValType.I32], _module.Tags[0].Type.Parameters.AsEnumerable());
    }

    [Fact]
    public void Operands_are_the_objects_they_name()
    {
        Function begin = _module.Start!;
        Assert.Equal("begin", begin.Name);
        Instruction init = begin.Body.First(instruction => instruction.Opcode == Opcode.MemoryInit);
        Assert.Same(_module.DataSegments[1], init.Data);
        Assert.Same(_module.Memories[1], init.Memory);
        Assert.Same(_module.Functions[0], begin.Body[^1].Function);
        Assert.Same(_module.Globals[0], _module.Globals[1].Initial!.Instructions[0].Global);
        Instruction load = begin.Body.First(instruction => instruction.Opcode == Opcode.I64Load8U);
        Assert.Equal(new MemoryArgument(_module.Memories[0], 0x1_0000_0000, 0), load.MemoryArgument);
        Assert.Equal("i64.load8_u offset=4294967296", load.ToString());
    }

    [Fact]
    public void Segments_keep_their_mode()
    {
        Assert.Equal(["own", "shared", null, null], _module.ElementSegments.Select(segment => segment.Table?.Name));
        Assert.Equal([false, false, false, true], _module.ElementSegments.Select(segment => segment.IsDeclarative));
        Assert.Equal([16L, null], _module.DataSegments.Select(segment => segment.Offset?.IntegerValue));
        Assert.Equal("hello\0world"u8.ToArray(), _module.DataSegments[0].Bytes.ToArray());
    }

    [Fact]
    public void Names_follow_their_items_when_indices_move()
    {
        // The new import becomes function 0 and table 0; everything after it moves.
        _module.Functions.Insert(0, new Function(new FunctionType([])) { Import = new Import("host", "first"), Name = "first" });
        var read = Module.Read(_module.Write());
        Assert.Equal("complete", read.Name);
        Assert.Equal(["first", "log", "add", "begin", "visit"], read.Functions.Select(function => function.Name));
        Assert.Equal("sum", read.Functions[2].LocalNames![2]);
        Assert.Equal("f", read.Functions[2].LocalNames![5]);
        Assert.Contains("out", read.Functions[2].LabelNames!.Values);
        Assert.Equal(["shared", "own", "filled"], read.Tables.Select(table => table.Name));
        Assert.Equal(["far", "near"], read.Memories.Select(memory => memory.Name));
        Assert.Equal(["limit", "counter", "vector", "pair"], read.Globals.Select(global => global.Name));
        Assert.Equal(["failure", "thrown"], read.Tags.Select(tag => tag.Name));
        Assert.Equal(["active", "first", "passive", "declared"], read.ElementSegments.Select(segment => segment.Name));
        Assert.Equal(["start", "later"], read.DataSegments.Select(segment => segment.Name));
        Assert.Equal(["list", "visitor", "longer", "bytes", "binary"], read.Types.Take(5).Select(type => type.Name));
        Wasmtime.AssertValid(read.Write());
    }

    [Fact]
    public void A_malformed_name_section_is_reported_but_the_module_is_read()
    {
        _module.Name = new string('x', 100);
        byte[] bytes = _module.Write();
        int name = bytes.AsSpan().IndexOf("xxxx"u8);
        bytes[name + 50] = 0xFF;
        var read = Module.Read(bytes);
        Assert.Equal($"a name is not UTF-8 (byte {name}, custom section)", read.NamesError!.Message);
        Assert.Equal(_module.Functions.Count, read.Functions.Count);
        Assert.Null(Module.Read(_module.Write()).NamesError);
    }

    [Fact]
    public void Custom_sections_stay_where_they_were()
    {
        _module.CustomSections.Add(new CustomSection("early", new byte[] { 1 }) { After = SectionId.Custom });
        _module.CustomSections.Add(new CustomSection("middle", new byte[] { 2 }) { After = SectionId.Import });
        _module.CustomSections.Add(new CustomSection("late", new byte[] { 3 }));
        var read = Module.Read(_module.Write());
        Assert.Equal(
            [("early", 1, SectionId.Custom), ("middle", 2, SectionId.Import), ("late", 3, SectionId.Data)],
            read.CustomSections.Select(section => (section.Name, (int)section.Bytes.Span[0], section.After)));
    }

    [Fact]
    public void The_name_of_a_local_declared_later_is_written_too()
    {
        Function add = _module.GetFunction("add");
        uint index = add.AddLocal(ValType.V128, "wide");
        Assert.Equal(6u, index);
        var read = Module.Read(_module.Write());
        Assert.Equal("wide", read.GetFunction("add").LocalNames![6]);
        Assert.Equal([ValType.I32, ValType.I64, ValType.I64, ValType.F64, ValType.V128], read.GetFunction("add").Locals);
    }

    [Fact]
    public void An_item_outside_the_module_is_an_error_that_names_both()
    {
        Function stranger = new(new FunctionType([])) { Name = "stranger" };
        _module.GetFunction("add").Body.Call(stranger);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => _module.Write());
        Assert.Equal("The function 'add' names the function 'stranger', which is not in the module's list of functions.", error.Message);
    }

    [Theory]
    [InlineData(true, "The function 'add' has 1 blocks without an end.")]
    [InlineData(false, "The function 'add' has an end without a block; its own end is not part of the body.")]
    public void Unbalanced_blocks_are_not_written(bool open, string message)
    {
        InstructionList body = _module.GetFunction("add").Body;
        _ = open ? body.Block() : body.End();
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => _module.Write()).Message);
    }
}
