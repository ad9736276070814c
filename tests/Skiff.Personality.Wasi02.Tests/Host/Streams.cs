using Skiff.Personality.Tests;

namespace Skiff.Personality;

/// <summary>Handles below 3 are the standard streams; those that append to a file are its descriptor and <see cref="Appending"/>.</summary>
internal static unsafe class Streams
{
    internal const int Appending = 10_000;

    internal static void Read(int stream, ulong length, StreamResult* result)
    {
        byte[] buffer = new byte[length];
        uint read = 0;
        int errno;
        fixed (byte* start = buffer)
        {
            Iovec iovec = new() { Buffer = start, Length = (uint)length };
            errno = Preview1.FdRead(stream, &iovec, 1, &read);
        }

        *result = default;
        if (errno is not Errno.Success and not Errno.Again)
        {
            Fail(errno, result);
        }
        else if (errno == Errno.Success && read == 0)
        {
            result->IsError.Value = 1;
            result->Bytes.Items = (byte*)1;
        }
        else
        {
            result->Bytes = Answers.Bytes(buffer.AsSpan(0, (int)read));
        }
    }

    internal static int SubscribeInput(int stream) => stream + 1;

    internal static void CheckWrite(int stream, CheckWriteResult* result)
    {
        *result = default;
        if (stream >= Appending || !FakeHost.Current.StreamErrors.TryPeek(out int errno))
        {
            result->Room = 4096;
        }
        else if (errno == Errno.Again)
        {
            FakeHost.Current.StreamErrors.Dequeue();
        }
        else
        {
            FakeHost.Current.StreamErrors.Dequeue();
            result->IsError = 1;
            result->Failure = Answers.Failure(errno);
        }
    }

    internal static void Write(int stream, byte* bytes, uint length, StreamResult* result)
    {
        *result = default;
        Iovec iovec = new() { Buffer = bytes, Length = length };
        uint written = 0;
        int errno = Errno.Success;
        if (stream >= Appending)
        {
            errno = Preview1.FdPwrite(stream - Appending, &iovec, 1, (ulong)FakeHost.Current.Descriptors[stream - Appending].File.Content.Length, &written);
        }
        else
        {
            errno = Preview1.FdWrite(stream, &iovec, 1, &written);
        }

        if (errno != Errno.Success)
        {
            Fail(errno, result);
        }
        else
        {
            Assert.Equal(length, written);
        }
    }

    internal static void BlockingWriteAndFlush(int stream, byte* bytes, uint length, StreamResult* result)
    {
        Assert.InRange(length, 1u, 4096u);
        while (FakeHost.Current.StreamErrors.TryPeek(out int errno) && errno == Errno.Again)
        {
            FakeHost.Current.StreamErrors.Dequeue();
            FakeHost.Current.Waits++;
        }

        Write(stream, bytes, length, result);
    }

    internal static void BlockingFlush(int stream, StreamResult* result) => *result = default;

    internal static int SubscribeOutput(int stream) => stream + 1;

    internal static void DropOutput(int stream)
    {
    }

    internal static void DropError(int error)
    {
    }

    private static void Fail(int errno, StreamResult* result)
    {
        result->IsError.Value = 1;
        result->Bytes.Count = (uint)Answers.Failure(errno);
    }
}
