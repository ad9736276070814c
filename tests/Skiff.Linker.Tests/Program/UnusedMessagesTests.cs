using System.Resources;
using Skiff.Linker.Program;

namespace Skiff.Linker.Tests.Program;

/// <summary>Messages that code cannot ask for are cleared, and no others.</summary>
public sealed class UnusedMessagesTests
{
    [Fact]
    public void Used_texts_are_found_as_before_and_unused_ones_are_gone()
    {
        byte[] file = File(Enumerable.Range(0, 200).Select(i => ($"Name{i}", $"Text {i} äöü")));
        int cleared = MessageTable.Clear(file, name => name.EndsWith('7'));
        Assert.Equal(180, cleared);
        using ResourceReader reader = new(new MemoryStream(file));
        reader.GetResourceData("Name17", out string type, out byte[] data);
        Assert.Equal("ResourceTypeCode.String", type);
        Assert.Equal("Text 17 äöü", new BinaryReader(new MemoryStream(data)).ReadString());
        Assert.Throws<ArgumentException>(() => reader.GetResourceData("Name18", out _, out _));
        Assert.False(file.AsSpan().IndexOf("Text 18 "u8) >= 0);
    }

    [Fact]
    public void Bytes_of_another_form_are_left_alone()
    {
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
        Assert.Equal(0, MessageTable.Clear(bytes, _ => false));
        Assert.Equal(1, bytes[0]);
    }

    [Fact]
    public void The_core_library_before_trimming_uses_nearly_all_of_its_messages()
    {
        byte[] core = System.IO.File.ReadAllBytes(Path.Combine(Built.RuntimePack, "managed", "System.Private.CoreLib.dll"));
        int cleared = UnusedMessages.Clear(core);
        Assert.InRange(cleared, 0, 900);
    }

    [Fact]
    public void An_assembly_without_messages_of_the_base_class_library_stays_as_it_is()
    {
        byte[] bytes = System.IO.File.ReadAllBytes(typeof(UnusedMessagesTests).Assembly.Location);
        byte[] copy = [.. bytes];
        Assert.Equal(0, UnusedMessages.Clear(copy));
        Assert.Equal(bytes, copy);
    }

    private static byte[] File(IEnumerable<(string Name, string Text)> messages)
    {
        using MemoryStream stream = new();
        using (ResourceWriter writer = new(stream))
        {
            foreach ((string name, string text) in messages)
            {
                writer.AddResource(name, text);
            }

            writer.Generate();
            return stream.ToArray();
        }
    }
}
