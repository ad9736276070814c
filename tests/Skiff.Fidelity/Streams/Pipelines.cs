using System.Buffers;
using System.IO.Pipelines;

namespace Skiff.Fidelity.Streams;

public static class Pipelines
{
    [Program]
    public static async Task LinesThroughAPipe()
    {
        Pipe pipe = new(new PipeOptions(minimumSegmentSize: 16, pauseWriterThreshold: 64, resumeWriterThreshold: 32));
        Task writing = Task.Run(async () =>
        {
            for (int i = 0; i < 20; i++)
            {
                Memory<byte> memory = pipe.Writer.GetMemory(32);
                int length = Encoding.ASCII.GetBytes($"line number {i}\n", memory.Span);
                pipe.Writer.Advance(length);
                await pipe.Writer.FlushAsync();
            }

            await pipe.Writer.CompleteAsync();
        });
        int lines = 0;
        while (true)
        {
            ReadResult result = await pipe.Reader.ReadAsync();
            ReadOnlySequence<byte> buffer = result.Buffer;
            while (buffer.PositionOf((byte)'\n') is SequencePosition end)
            {
                string line = Encoding.ASCII.GetString(buffer.Slice(0, end));
                buffer = buffer.Slice(buffer.GetPosition(1, end));
                lines++;
                if (lines % 5 == 0)
                {
                    WriteLine(line);
                }
            }

            pipe.Reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                break;
            }
        }

        await writing;
        await pipe.Reader.CompleteAsync();
        WriteLine(lines);
    }

    [Program]
    public static async Task OverStreams()
    {
        await File.WriteAllTextAsync("in", string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},")));
        await using FileStream file = File.OpenRead("in");
        PipeReader reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 128));
        int commas = 0;
        while (true)
        {
            ReadResult result = await reader.ReadAsync();
            foreach (ReadOnlyMemory<byte> segment in result.Buffer)
            {
                commas += segment.Span.Count((byte)',');
            }

            reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                break;
            }
        }

        WriteLine(commas);
        using MemoryStream memory = new();
        PipeWriter writer = PipeWriter.Create(memory, new StreamPipeWriterOptions(leaveOpen: true));
        await writer.WriteAsync("hello "u8.ToArray());
        writer.Write("pipes"u8);
        await writer.CompleteAsync();
        WriteLine(Encoding.ASCII.GetString(memory.ToArray()));
        Pipe pipe = new();
        pipe.Reader.CancelPendingRead();
        WriteLine((await pipe.Reader.ReadAsync()).IsCanceled);
        await pipe.Writer.CompleteAsync(new InvalidDataException("broken"));
        await Attempt.DoAsync("failed writer", async () => await pipe.Reader.ReadAsync());
    }

    [Program]
    public static void Sequences()
    {
        Segment first = new("abc"u8.ToArray(), null);
        Segment last = new Segment("defgh"u8.ToArray(), first).Append("ij"u8.ToArray());
        ReadOnlySequence<byte> sequence = new(first, 1, last, 1);
        WriteLine($"{sequence.Length} {sequence.IsSingleSegment} {Encoding.ASCII.GetString(sequence)} {Encoding.ASCII.GetString(sequence.Slice(2, 4).ToArray())}");
        SequenceReader<byte> reader = new(sequence);
        WriteLine($"{reader.TryReadTo(out ReadOnlySpan<byte> span, (byte)'f')} {Encoding.ASCII.GetString(span)} {reader.Consumed} {reader.Remaining}");
        WriteLine($"{reader.TryPeek(out byte next)} {(char)next} {reader.AdvancePast((byte)'g')} {reader.IsNext("hi"u8, advancePast: true)} {reader.End}");
        ArrayBufferWriter<char> writer = new(4);
        writer.Write("abc");
        writer.Write("defghij");
        WriteLine($"{writer.WrittenCount} {writer.WrittenSpan} {writer.FreeCapacity >= 0}");
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? previous)
        {
            Memory = bytes;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }

        public Segment Append(byte[] bytes) => new(bytes, this);
    }
}
